@echo off
rem Sets Cuddle up on the first start, and starts it. Options go to the app: scripts\run --help
setlocal
set "PYTHON="
if defined CUDDLE_PYTHON set PYTHON="%CUDDLE_PYTHON%"
for %%V in (3.12 3.13 3.11) do if not defined PYTHON py -%%V -c "" >nul 2>nul && set "PYTHON=py -%%V"
if not defined PYTHON where python >nul 2>nul && set "PYTHON=python"
if not defined PYTHON (
    echo Cuddle needs Python 3.11, 3.12 or 3.13, and none is found here. Install one and start again. 1>&2
    exit /b 1
)
%PYTHON% "%~dp0_setup.py" run %*
