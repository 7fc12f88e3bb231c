@echo off
rem Sets Cuddle up on the first start, and starts it. Options go to the app: scripts\run --help
setlocal
if not "%CUDDLE_PYTHON%"=="" (
    "%CUDDLE_PYTHON%" "%~dp0_setup.py" run %*
    exit /b
)
for %%V in (3.12 3.13 3.11) do (
    py -%%V -c "" >nul 2>nul && (
        py -%%V "%~dp0_setup.py" run %*
        exit /b
    )
)
where python >nul 2>nul || (
    echo Cuddle needs Python 3.11, 3.12 or 3.13, and none is found here. Install one and start again. 1>&2
    exit /b 1
)
python "%~dp0_setup.py" run %*
