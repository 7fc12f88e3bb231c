# Everything that Cuddle says, in Spanish.

as-written = { $text }
several-sentences = { $sentences }
and-more = { $items } y { NUMBER($count, useGrouping: 0) } más
title = Cuddle
tagline = Enséñale a quienes más quieres. Después, reúnelos en una imagen.
home = Inicio
make = Crear
album = Álbum
teach-somebody = Presentar a alguien nuevo

## Jobs strip

nothing-to-do = Ahora no hay nada en marcha. Las lecciones e imágenes que empieces aparecen aquí y continúan aunque cierres la página.
no-worker = El motor de Cuddle está arrancando. Lo que espera aquí empieza por sí solo en cuanto esté listo.
may-close = Puedes cerrar la página.
pause = Pausar
resume = Continuar
finish = Parar ahora y guardar esto
finish-title = ¿Terminar aquí la lección de { $name }?
finish-sure = Se conserva lo aprendido en { NUMBER($step, useGrouping: 0) } de { NUMBER($steps, useGrouping: 0) } pasos. Después ya no puede continuar; para dejarla un rato, elige Pausar.
stay = Seguir con la lección
stay-paused = Dejarla en pausa
steps-of = { NUMBER($step, useGrouping: 0) } de { NUMBER($steps, useGrouping: 0) } pasos
learning = { $time } de aprendizaje ({ $of })
cancel = Cancelar
cancel-lesson-title = ¿Cancelar la lección de { $name }?
cancel-gives-up = Eso supone perder { $what }.
cancel-all-lost = Se pierde todo.
cancel-some-lost = «Reintentar» podría retomarla desde el paso { NUMBER($step, useGrouping: 0) }; lo que vino después se pierde.
cancel-none-lost = «Reintentar» podría retomarla desde ahí.
cancel-keep = Terminarla y guardar lo aprendido
cancel-lesson = Cancelar la lección
cancel-pictures-title = ¿Dejar de hacer esta imagen?
cancel-pictures-loses = Perderás aproximadamente { $time } de trabajo. Las imágenes terminadas se quedan.
cancel-pictures = Parar

## Teach

teach-intro = Dale a Cuddle unas cuantas fotos de un gato, una persona, un juguete… y aprenderá qué los hace especiales. Una lección para cada uno.
photos-label = Fotos
photos-help = { "*" }*De 3 a 20 fotos** del mismo gato, persona o cosa, sin nadie más en la imagen. Lo que más enseña son lugares, luces y poses diferentes. JPEG, PNG, WebP, HEIC del iPhone o un zip con todas. Las fotos se quedan en el equipo donde funciona Cuddle.
looking-who-draws = Comprobando si el modelo de bolsillo puede dibujarlas.
samples-help = ¿No tienes fotos a mano? Usa las de muestra:
name-label = Nombre
name-help = El nombre que usarás al pedir imágenes, por ejemplo Dumpling o Anna.
kind-label = Clase
kind-help = Qué es, en una palabra: gato, perro, mujer, hombre, tetera… (class noun)
kinds = gato, perro, mujer, hombre, niña, niño, bebé, conejo, pájaro, caballo, oso de peluche, juguete, muñeca
taught-as = Se enseña como { $type }. Puedes cambiarlo en Más ajustes.
taught-in-english = Se enseña como { $type }, con la palabra inglesa «{ $noun }», que es la que leen los modelos. Puedes cambiarlo en Más ajustes.
type-person = persona
type-pet = animal
type-object = cosa
type-style = estilo
type-label = Se enseña como
type-help = De esto depende cuánto necesita una lección. Un estilo es el aspecto de las imágenes, no quién sale en ellas.
type-automatic = Lo que diga la clase
samples-label = Miradas a las fotos
preset-label = Con cuánto esmero
kept-aside = apartada
kept-aside-help =
    { $count ->
        [one] Una queda apartada: la lección nunca la ve, para que después puedas comparar con ella.
       *[other] { NUMBER($count, useGrouping: 0) } quedan apartadas: la lección nunca las ve, para que después puedas comparar con ellas.
    }
captions-label = Las fotos en palabras (captions)
captions-help = Puede quedar vacío. Di qué más hay en la foto además de lo que enseñas, para que no se aprenda como parte de ello: [name] duerme en un sofá rojo. También se usan los archivos de texto que vengan con las fotos y se llamen igual (cat1.txt para cat1.jpg).
captions-empty = Cuando haya fotos arriba, podrás decir con palabras qué se ve en cada una. No es obligatorio.
caption-placeholder = { "[" }name] …
advanced = Más ajustes
advanced-help = No hace falta tocar nada de esto. Si un número queda vacío, vale el gris, que resulta de todo lo anterior.
teach-button = Empezar la lección
works-with = Aquí Cuddle trabaja con { $title }. { $description }
consent = Enseña a una persona solo si está de acuerdo.
your-subjects = Tus personajes
your-photos = Tus fotos
held-out = Apartadas para comparar
draws-so-far = Lo que dibuja hasta ahora
draws-help = Dos dibujos, siempre desde los mismos puntos de partida, para que veas qué cambia con un poco más de práctica.
drew = Lo que dibujó por el camino
drew-help = ¿Se veía mejor en un paso anterior? Elige { $name } en «Tus personajes» y después el paso.
earlier-title = Elegir un paso anterior
earlier-help = Más práctica no siempre es mejor: las imágenes pueden quedar rígidas o copiar una foto. Compara los dibujos con tus fotos y usa el paso que más te guste. No se pierde nada: puedes volver atrás cuando quieras. (checkpoints)
earlier-disk = Lo que se guarda para esto ocupa { $size } del disco y desaparece cuando eliminas { $name }.
earlier-chosen = Elegiste { $name } tal como quedó tras { NUMBER($steps, useGrouping: 0) } pasos.
use-this = Usar este
in-use = en uso
kohya-button = LoRA para ComfyUI, A1111, Forge, InvokeAI
diffusers-button = LoRA solo para diffusers en Python
import-title = Ya tengo un LoRA
import-help = Un archivo .safetensors hecho para el modelo base que Cuddle usa aquí, venga de Cuddle, de otro programa o del Hub de Hugging Face. Ponle el nombre y la clase con los que se enseñó.
import-word-label = Palabra de activación
import-word-help = La palabra con la que se enseñó. Puede quedar vacía: entonces Cuddle la lee del archivo o usa el nombre.
import-button = Incorporar

## Values that no page as it is sends

unread-value = { $what } llegó como { $value }, y eso no puede ir en este campo; recarga la página y rellénalo de nuevo.
unread-values = Un valor no encaja en su campo; recarga la página y rellénalo de nuevo.
unread-event = No se sabe qué se ha pulsado; recarga la página y púlsalo otra vez.
too-few-values = Llegaron { NUMBER($count, useGrouping: 0) } valores y hacen falta { NUMBER($needed, useGrouping: 0) }; recarga la página e inténtalo otra vez.
call-unread = Esta llamada no se puede leer; envía JSON con una lista de valores en data, como hace la página.
call-part-unread = { $name } de esta llamada es { $value }, y eso no puede ser; recarga la página e inténtalo otra vez.
a-field = Un campo sin nombre

## What a value is called in a sentence about what came instead, by its name in the API and in the forms

field-photos = La lista de fotos
field-file = El archivo
field-name = El nombre
field-kind = La clase
field-preset = El preajuste
field-base-model = El modelo base
field-options = La lista de opciones
field-trigger-word = La palabra de activación
field-hub-id = El nombre en el Hub
field-repository = El nombre en el Hub
field-license = La licencia
field-private = Si es privado
field-who-sees = Quién puede verlo
field-pictures = La lista de imágenes
field-format = El formato
field-step = El paso
field-prompt = El prompt
field-negative-prompt = La lista de cosas que evitar
field-subjects = La lista de personajes
field-sampler = El muestreador
field-steps = El número de pasos
field-guidance-scale = La escala de guía
field-seed = La semilla
field-width = El ancho
field-height = El alto
field-size = El tamaño
field-count = Cuántas imágenes
field-surprise = Si es una imagen nueva cada vez
field-variation-strength = Cuánto se diferencia una variación
field-variation-seed = La semilla de la variación
field-start = La imagen de partida
field-start-strength = Cuánto cambia la imagen
field-larger-scale = Cuántas veces más grande
field-larger-strength = Cuánto cambia la versión más grande
field-compare = Lo que se compara
field-x-name = Lo que varía en la cuadrícula de izquierda a derecha
field-x-values = La lista de valores de la cuadrícula de izquierda a derecha
field-y-name = Lo que varía en la cuadrícula de arriba abajo
field-y-values = La lista de valores de la cuadrícula de arriba abajo
field-blending = Cómo se juntan varios personajes (blending)
field-readings = Cómo se leen los nombres
field-subject-type = Como qué se enseña
field-search = La búsqueda
field-subject = El personaje
field-limit = El límite
field-offset = El desplazamiento
field-id = El id de la imagen
field-picture-id = El id de la imagen
field-job-id = El id de la tarea
field-position = La posición
field-strength = Cuánto se diferencia
field-unnamed = El valor «{ $name }»

## Create

create-intro = Elige quién sale en la imagen y di qué debe pasar.
who-label = ¿Quién sale en la imagen?
strength-help = 1 es como se enseñó. Más si el parecido es débil, menos si la imagen queda rígida. (LoRA weight)
places-label = ¿Dónde debe estar cada uno? (opcional)
places-help = Arrastra un nombre a la imagen o déjalo en cualquier parte.
places-empty = Arrastra un nombre aquí
places-anywhere = En cualquier parte:
places-all = Todos tienen su lugar.
places-numbers = Con el teclado o en porcentaje
places-keys = Sobre un nombre, Intro lo pone en la imagen y lo quita. Las flechas lo mueven y, con Mayús, cambian su tamaño.
prompt-label = ¿Qué debe mostrar la imagen?
read-as = Se lee así:
read-as-help = Lo que va relleno es uno de tus personajes; lo que va con guiones es una palabra. Pulsa lo que quieras decir de la otra manera.
read-as-name = «{ $typed }» es { $name }, tu { $kind }. Pulsa para que se lea como palabra.
read-as-word = «{ $typed }» se lee como palabra. Pulsa si quieres decir { $name }, tu { $kind }.
prompt-placeholder = Dumpling y Anna en la playa
avoid-label = Cosas que evitar
avoid-help = Lo que no quieres ver. Puede quedar vacío. (negative prompt)
avoid-placeholder = borroso, oscuro
size-label = Tamaño
size-help = En píxeles, ancho × alto.
count-label = Cuántas
sampler-label = Muestreador
steps-label = Pasos
steps-help = Más pasos tardan más y añaden detalle, hasta cierto punto.
guidance-label = Escala de guía
guidance-help = Con cuánto rigor sigue la imagen tus palabras. Demasiado da colores estridentes.
surprise-label = Una imagen nueva cada vez
surprise-help = Si está apagado, la misma semilla da otra vez la misma imagen.
seed-label = Semilla
seed-help = El número del que parte una imagen; las siguientes toman los números que vienen después.
base-model-label = Modelo base
base-model-help = O escribe la ruta de otro modelo de Stable Diffusion XL o 1.5 (archivo .safetensors o carpeta), o su owner/name en el Hub de Hugging Face.
variation-label = Variarla
variation-help = 0: esta misma imagen. 0.1: otros detalles. Desde 0.3: otra imagen. (variation strength)
variation-seed-label = Qué variación
variation-seed-help = Otro número la varía de otra manera. (variation seed)
larger-label = Agrandarla después
larger-help = Cuántas veces. Una segunda pasada dibuja de nuevo los detalles. 1 la deja como está.
larger-strength-label = ¿Cuánto puede cambiar eso?
larger-strength-help = Poco conserva la imagen; mucho inventa detalles nuevos. (denoising strength)
start-title = Partir de una imagen
start-label = Imagen de partida
start-strength-label = ¿Cuánto puede cambiar?
start-strength-help = 0.3 conserva casi todo, 0.8 solo las formas generales. (denoising strength)
blending-label = Varios personajes
blending-help = Cada uno ocupa su propio lugar en la imagen; la suma simple los mezcla por todas partes. (blending)
blend-apart = Que cada uno sea él mismo
blend-sum = Suma simple (para estilos)
comfyui-differs = Su grafo hace otra imagen.
a1111-aligned = Sus niveles de ruido de «Align Your Steps» son distintos de los de { $sampler }, así que hace otra imagen.
compare-label = Comparar
compare-help = La misma imagen varias veces, con una sola cosa cambiada, una al lado de otra en una lámina.
compare-nothing = Nada
compare-strip = Parecido de 0 a 1.2
compare-grid = Una cuadrícula propia
across-label = De izquierda a derecha
down-label = De arriba abajo
down-nothing = nada
values-label = Valores
values-help = Separados por punto y coma: 0,6; 0,8; 1. Con palabras, las primeras se sustituyen por las demás, separadas por comas: playa, nieve. Las que llevan una coma van entre comillas: "un gorro, rojo".
dropped-label = Una imagen
dropped-help = Suelta aquí una imagen hecha con Cuddle, A1111 o ComfyUI y el formulario tomará sus ajustes.
seated-help = Cada uno estará donde está su nombre. ¿No es lo que quieres? Cancélalo arriba: se pierde poco tiempo.
no-seat = No se encontró lugar para { $names }.
likeness-help = Cuánto se parece cada uno a sus fotos: 100 % es tanto como las fotos entre sí; 0 %, no más que otros de su clase.
no-likeness-model = Con este modelo base no se mide cuánto se parece a sus fotos lo que salió de { $names }.
no-likeness-photos = No se puede decir cuánto se parece a sus fotos lo que salió de { $names }: el modelo de bolsillo no conoce lo que muestran las fotos.
no-likeness-unsure = Es difícil decir aquí si lo que salió de { $names } se parece a las fotos; compruébalo tú.
twice = Dos en la imagen se parecen a { $name }. Prueba otra semilla.
twice-in = Dos en la imagen { $which } se parecen a { $name }. Prueba otra semilla.
twice-in-several = En cada una de las imágenes { $which }, dos se parecen a { $name }. Prueba otras semillas.
no-creation-yet = Tu imagen aparecerá aquí, primero como un boceto.

## Pictures

search-label = Buscar
search-placeholder = una palabra, un nombre, una semilla…
no-pictures-yet = Todavía no hay imágenes. La primera se hace en Crear.
no-match = Ninguna imagen coincide. Prueba con menos palabras o con otras.
close-picture = Cerrar
download = Descargar { $format }
more-like-this = Más como esta
larger = Más grande
start-from-this = Partir de esta
difference-label = ¿Cuánto cambia?
difference-help = Para «Más como esta»: poco cambia detalles; más cambia toda la imagen.
more-on-the-way = { NUMBER($count, useGrouping: 0) } imágenes como esta están en camino; míralas en Crear.
larger-on-the-way = Una más grande está en camino; mírala en Crear.
again = Volver a usar estos ajustes
show-more = Ver imágenes anteriores
delete = Eliminar
delete-yes = Sí, eliminar
delete-no = Conservar
delete-picture-sure = ¿Eliminar esta imagen para siempre?
delete-subject-sure = ¿Eliminar { $name } para siempre, con las fotos y los archivos LoRA? Las imágenes se quedan.
delete-learning-sure = ¿Eliminar { $name } para siempre, con las fotos y la lección? Con ello pierdes { $what }. Las imágenes se quedan.

## The Hugging Face Hub

publish-open = Publicar en el Hub
publish-title = Publicar en el Hub de Hugging Face
publish-as = Publicas como { $name }.
published-at = Ya está allí, como { $place } ({ $who }, { $since }).
publish-updates = Publicar de nuevo sustituye su página y sus archivos.
publish-name-label = Nombre en el Hub
publish-name-help = El tuyo o el de una organización en la que puedas escribir.
publish-license-label = Licencia
publish-license-help = Qué pueden hacer otros con ello.
publish-who-label = Quién puede verlo
publish-who-help = En una organización, privado significa sus miembros. Muestra a una persona a todo el mundo solo si está de acuerdo.
publish-private = Solo tú (privado)
publish-public = Todos (público)
publish-pictures-label = Imágenes para su página
publish-pictures-help = Pulsa las que quieras mostrar. Aparecen allí en ese orden, con las palabras con las que se hicieron. Lo que partió de una foto o de otra imagen no se ofrece.
publish-pictures-empty = Aún no hay ninguna que mostrar. Pide algunas en Crear, solo con palabras y sin nadie más en ellas, y vuelve después.
publish-what-goes = Qué se envía: los dos archivos LoRA, una página que dice cómo usarlos y copias de las imágenes que elegiste, sin nada oculto dentro. **Tus fotos, nunca.**
publish-button = Publicar
publish-close = Ahora no
publish-look-again = Mirar otra vez
publish-taken = { "*" }*{ $place }** en el Hub contiene { $what }. Sustituirlo quita para siempre sus archivos y su página.
publish-other-name = Usar { $name } en su lugar
publish-replace = Sustituir lo que hay allí
publish-link = Abrir su página
import-hub-label = O del Hub de Hugging Face
import-hub-help = owner/name, la dirección de su página, o owner/name/file.safetensors si hay varios.
import-neither = Todavía no hay ningún archivo. Elige un archivo LoRA que acabe en .safetensors o escribe dónde está en el Hub de Hugging Face.
import-both = Hay un archivo y también un nombre en el Hub; quita uno de los dos, para que quede claro cuál quieres.
import-hub-placeholder = anna/dumpling-lora

## ---- The page: pieces, states and times

duration-minutes =
    { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    }
duration-hours =
    { $hours ->
        [one] 1 hora
       *[other] { NUMBER($hours, useGrouping: 0) } horas
    }
duration-hours-and-minutes = { duration-hours } y { duration-minutes }
time-left = tiempo restante: aprox. { $time }
time-left-little = queda menos de un minuto
month =
    { $month ->
        [1] ene
        [2] feb
        [3] mar
        [4] abr
        [5] may
        [6] jun
        [7] jul
        [8] ago
        [9] sept
        [10] oct
        [11] nov
       *[12] dic
    }
day-and-time = { $day } { month } { NUMBER($year, useGrouping: 0) }, { $time } { $zone }
title-lesson = Lección: { $name }
title-import = Archivo LoRA: { $name }
title-hub-import = LoRA del Hub: { $name }
title-publish = Publicar: { $name }
title-pictures =
    { $count ->
        [one] 1 imagen: «{ $prompt }»
       *[other] { NUMBER($count, useGrouping: 0) } imágenes: «{ $prompt }»
    }
place-next = Siguiente en la cola
place-number = Número { NUMBER($position, useGrouping: 0) } en la cola
standing-cancel = Parando…
standing-pause = Pausando…
standing-finish = Terminando con lo aprendido hasta ahora…
standing-goes-on = continúa desde el paso { NUMBER($step, useGrouping: 0) } de { NUMBER($steps, useGrouping: 0) }
standing-file-is-here = el archivo ya está aquí
standing-is-kept = se queda como estaba tras { NUMBER($step, useGrouping: 0) } pasos
standing-interrupted = Se interrumpió y continúa por sí sola.
standing-paused = En pausa
standing-paused-at = En pausa en el paso { NUMBER($step, useGrouping: 0) } de { NUMBER($steps, useGrouping: 0) }. Continúa cuando tú digas.
standing-starting = Empezando…
standing-step = Paso { NUMBER($step, useGrouping: 0) } de { NUMBER($steps, useGrouping: 0) }
standing-picture-step = Imagen { NUMBER($number, useGrouping: 0) } de { NUMBER($count, useGrouping: 0) }, paso { NUMBER($step, useGrouping: 0) } de { NUMBER($steps, useGrouping: 0) }
standing-loss = pérdida { $loss }
standing-published =
    { $who ->
        [private] en el Hub como { $repository }, privado
       *[public] en el Hub como { $repository }, público
    }
standing-made = hecho
standing-ready = todo listo
standing-cancelled = Se canceló
samples-seen =
    { $count ->
        [one] 1 mirada a tus fotos (samples)
       *[other] { NUMBER($count, useGrouping: 0) } miradas a tus fotos (samples)
    }
lesson-ready = Cuddle ya conoce a { $name }. Abre Crear y pide una imagen.
lesson-ready-early = Cuddle ya conoce a { $name }, tal como quedó tras { NUMBER($step, useGrouping: 0) } pasos. Abre Crear y pide una imagen.
recipe-in-words = { $preset }: { NUMBER($samples, useGrouping: 0) } muestras, rango { NUMBER($rank, useGrouping: 0) }, alfa { $alpha }, tasa de aprendizaje { $learning_rate }, tamaño de lote { $batch_size }, semilla { $seed }
batch-size-automatic = automático
news-lesson = La lección de { $name }
news-import = El LoRA de { $name }
news-publish = La publicación de { $place }
news-pictures =
    { $count ->
        [one] Tu imagen
       *[other] Tus { NUMBER($count, useGrouping: 0) } imágenes
    }
news-paused =
    { $count ->
        [one] { $what } está en pausa.
       *[other] { $what } están en pausa.
    }
news-running =
    { $count ->
        [one] { $what } ya está en marcha.
       *[other] { $what } ya están en marcha.
    }
news-no-engine =
    { $count ->
        [one] { $what } espera al motor de Cuddle.
       *[other] { $what } esperan al motor de Cuddle.
    }
news-at-once =
    { $count ->
        [one] { $what } empieza enseguida.
       *[other] { $what } empiezan enseguida.
    }
news-next =
    { $count ->
        [one] { $what } es lo siguiente en la cola.
       *[other] { $what } son lo siguiente en la cola.
    }
news-number =
    { $count ->
        [one] { $what } ocupa el número { NUMBER($position, useGrouping: 0) } de la cola.
       *[other] { $what } ocupan el número { NUMBER($position, useGrouping: 0) } de la cola.
    }
jobs-label = Lo que está haciendo Cuddle
jobs-more = y { NUMBER($count, useGrouping: 0) } más en la cola
jobs-spoken = En marcha: { $jobs }. En espera: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-none = En marcha: nada. En espera: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-paused = En pausa: { NUMBER($paused, useGrouping: 0) }.
move-up = Subir
try-again = Reintentar
job-log = Lo que dice el registro
button-unknown = Ese botón no se conoce; recarga la página.
loss-described = Pérdida en { NUMBER($steps, useGrouping: 0) } pasos: de { $first } a { $last }
loss-first-step = paso 0
loss-help = Pérdida: cuánto se alejan sus dibujos de tus fotos. Va a saltos; lo que cuenta es la línea gruesa. (loss)
sample-step = Paso { NUMBER($step, useGrouping: 0) }
sample-alt = Dibujo tras { NUMBER($step, useGrouping: 0) } pasos, { NUMBER($number, useGrouping: 0) }
photo-kept-aside-alt = Foto apartada, { NUMBER($number, useGrouping: 0) }
photo-learned-alt = Foto, { NUMBER($number, useGrouping: 0) }
use-this-spoken = { use-this }: paso { NUMBER($step, useGrouping: 0) } de { $name }
name-and-kind = Nombre y clase
the-lesson = La lección
sample-button = { $name } ({ $kind })
photo-alt = Foto { NUMBER($number, useGrouping: 0) }
photo-fault = { NUMBER($number, useGrouping: 0) }: { $faults }
photos-given =
    { $count ->
        [one] 1 foto.
       *[other] { NUMBER($count, useGrouping: 0) } fotos.
    }
photos-all-fine =
    { $count ->
        [one] 1 foto, todo bien.
       *[other] { NUMBER($count, useGrouping: 0) } fotos, todo bien.
    }
photos-none-yet = Todavía no hay fotos. Añade de { $fewest } a { $most }.
caption-spoken = Foto { $number } en palabras ({ $name })
preset-choice = { $title }: { $help }
preset-choice-timed = { $title }: aprox. { $time }. { $help }
preset-quick = Rápida
preset-quick-help = Una primera impresión, en cerca de la mitad de tiempo que la equilibrada; el parecido es más tosco.
preset-balanced = Equilibrada
preset-balanced-help = Lo que necesita la mayoría: un buen parecido que sigue haciendo caso a tus palabras.
preset-thorough = Minuciosa
preset-thorough-help = Para caras y marcas finas. La lección más larga y el parecido más fiel.
subject-type-person = Persona
subject-type-pet = Animal
subject-type-object = Cosa
subject-type-style = Estilo
option-samples-help = Cuánto practica. (samples: training steps × batch size)
option-learning-rate = Tasa de aprendizaje
option-learning-rate-help = Cómo de grande es cada corrección. (learning rate)
option-rank = Rango
option-rank-help = Cuánto puede recordar un archivo LoRA; más lo hace más grande. (rank)
option-alpha = Alfa
option-alpha-help = Con qué fuerza habla; lo habitual es lo mismo que el rango. (alpha)
option-batch-size = Tamaño de lote
option-batch-size-help = Fotos que mira en cada paso. 0 elige lo más rápido aquí. (batch size)
option-resolution = Resolución
option-resolution-help = En píxeles; la mejor es la propia del modelo base.
option-seed-help = La misma semilla y los mismos ajustes dan el mismo archivo en el mismo equipo.
option-prior-preservation = Conservar lo que el modelo base sabe de su clase (prior preservation)
option-prior-preservation-help = También practica con imágenes propias de la clase. Es más lento; ayuda cuando todos los gatos se parecen al tuyo.
subject-is-learning = en lección
subject-is-ready = ya se puede usar
subject-is-failed = lección sin terminar
subject-spoken = { $name }, { $kind }, { $state }
fact-state = Estado
fact-trigger-word = Palabra de activación
fact-photos = Fotos
fact-no-photos = ninguna (llegó como archivo LoRA)
fact-taught-on = Se enseñó con
fact-rank-and-alpha = Rango, alfa
lesson-again = Reintentar la lección
lesson-nothing-to-repeat = { $name } no tiene ninguna lección que se pueda reintentar; empieza una nueva.
subject-deleted = Se eliminó { $name }.
import-file-label = Archivo LoRA
likeness = { $name } { $percent } %
preview-alt = Primer boceto
picture-number = Imagen { NUMBER($number, useGrouping: 0) }
picture-seed = Semilla { $seed }
results-label = Imágenes más recientes
size-square = { $width } × { $height } (cuadrada)
size-wide = { $width } × { $height } (horizontal)
size-tall = { $width } × { $height } (vertical)
size-unknown = El tamaño es { $size }; elige uno de la lista, por ejemplo 256x256.
subjects-not-chosen = Los personajes elegidos son { $value }; elígelos de nuevo.
grid-without-values = La cuadrícula aún no tiene valores; escribe algunos separados por punto y coma, por ejemplo 0,6; 0,8; 1.
subjects-gone = Ya no está { $names }; el resto queda rellenado.
form-took-over = El formulario tomó los ajustes de { $file }, hecho con { $program }.
sampler-choice = { $name }: { $help } { $steps }.
sampler-choice-recommended = { $name } (recomendado): { $help } { $steps }.
sampler-steps = { NUMBER($low, useGrouping: 0) } pasos
sampler-steps-between = De { NUMBER($low, useGrouping: 0) } a { NUMBER($high, useGrouping: 0) } pasos
strength-title = Intensidad del parecido
strength-spoken = Intensidad del parecido de { $name }
places-left = izquierda
places-top = arriba
places-right = derecha
places-bottom = abajo
places-number = { $name }: { $side }, en porcentaje de la imagen
places-stands = { $name }: izquierda { $left } por ciento, arriba { $top } por ciento, derecha { $right } por ciento, abajo { $bottom } por ciento
places-stands-anywhere = { $name }: en cualquier parte
places-off = otra vez en cualquier parte
places-off-spoken = { $name }: otra vez en cualquier parte
places-tag-placed = { $name }, tiene un lugar en la imagen
places-tag-anywhere = { $name }, en cualquier parte
places-same = { $one } y { $two } tienen casi el mismo lugar, así que podrían mezclarse.
sampler-dpmpp-2m-karras-help = Imágenes limpias en pocos pasos; la mejor primera elección.
sampler-dpmpp-2m-ays-help = Casi igual de bueno en un tercio del tiempo: diez pasos en los niveles de ruido que más importan (Align Your Steps).
sampler-hyper-sd-help = El más rápido con guía. Descarga una vez un ayudante (un LoRA, 790 MB para SDXL).
sampler-lcm-help = Bocetos rápidos, más planos y menos exactos. Descarga una vez un ayudante (un LoRA, 390 MB para SDXL).
sampler-dpmpp-2m-help = El mismo método con pasos repartidos por igual; algo más suave con pocos pasos.
sampler-dpmpp-2m-exponential-help = Entre los dos: más pasos para el detalle fino que con el reparto por igual, menos que Karras.
sampler-dpmpp-2m-simple-help = Úsalo para repetir imágenes hechas en ComfyUI con «simple».
sampler-dpmpp-2m-normal-help = Úsalo para repetir imágenes hechas en ComfyUI con «normal».
sampler-dpmpp-2m-sde-karras-help = Añade ruido nuevo en cada paso: textura más viva, y más pasos cambian la imagen.
sampler-dpmpp-sde-karras-help = Textura rica en pocos pasos, para piel y pelaje; mira dos veces en cada paso, así que tarda el doble.
sampler-euler-help = El método más sencillo: estable y previsible.
sampler-euler-a-help = Añade ruido nuevo en cada paso: imágenes suaves y variadas que siguen cambiando con más pasos.
sampler-euler-karras-help = Euler, con más pasos dedicados al detalle fino.
sampler-euler-simple-help = Úsalo para repetir imágenes hechas en ComfyUI con «simple».
sampler-heun-help = Mira dos veces en cada paso: es más exacto que Euler y tarda el doble.
sampler-heun-karras-help = Heun, con más pasos dedicados al detalle fino.
sampler-ddim-help = El clásico; úsalo para repetir imágenes hechas con él en otra parte.
sampler-unipc-help = Buenas imágenes en muy pocos pasos.
sampler-lms-karras-help = Un método rápido más antiguo; úsalo para repetir imágenes hechas con él en otra parte.
sampler-dpm2-karras-help = Mira dos veces en cada paso: es exacto y detallado, y tarda el doble.
sampler-dpm2-a-karras-help = DPM2 con ruido nuevo en cada paso: más variedad, y más pasos cambian la imagen.
axis-strength-of = Parecido de { $name }
axis-strength = Intensidad del parecido
axis-prompt = Palabras
axis-negative-prompt = Lo que se evita
axis-sampler = Muestreador
axis-steps = Pasos
axis-guidance-scale = Escala de guía
axis-seed = Semilla
axis-size = Tamaño
axis-variation-strength = Variación
axis-start-strength = Cambio desde la partida
axis-larger-strength = Cambio al agrandar
base-model-automatic = Automático: { $title }
base-model-pocket = De bolsillo (pequeño, viene con Cuddle)
base-model-pocket-help = Dibuja un pequeño mundo de dibujos animados en 256×256 píxeles. Sin descarga ni tarjeta gráfica; bueno para una primera prueba.
base-model-sdxl-help = Hace fotos y pinturas, de 1024×1024 píxeles. Necesita una tarjeta gráfica de 6 GB o más y una descarga de 7 GB.
base-model-sd15-help = Hace fotos y pinturas, de 512×512 píxeles. Para tarjetas gráficas pequeñas, desde 4 GB; una descarga de 2 GB.
base-model-like = Un modelo { $title } de { $source }.
base-model-automatic-help = { $title }. { $help } { $why }
fact-prompt = Prompt
fact-read-as = Se leyó así
fact-subjects = Personajes
fact-no-subjects = ninguno
fact-nothing-avoided = nada
fact-subject = { $name } (intensidad del parecido { $strength })
fact-size = { $width } × { $height }
fact-like-the-photos = Parecido a las fotos
fact-made-on = Se hizo con
fact-in-comfyui = En ComfyUI
fact-in-a1111 = En A1111
fact-took = Tardó
fact-seconds = { $seconds } segundos
fact-variation = Variación
fact-variation-of = { $strength }, número { $seed }
fact-start = Partió de
fact-start-of = una imagen que puede cambiar { $strength }
fact-larger = Se agrandó
fact-larger-by = { $scale } veces, puede cambiar { $strength }
fact-compares = Compara
license-none = Ninguna todavía
license-openrail-sdxl = OpenRAIL++, como la de Stable Diffusion XL
license-openrail-sd15 = OpenRAIL-M, como la de Stable Diffusion 1.5
license-cc0 = CC0: libre para todo
license-cc-by = CC BY: libre si se te nombra
license-cc-by-sa = CC BY-SA: nombrándote y con las mismas condiciones
license-cc-by-nc = CC BY-NC: nombrándote, sin uso comercial
license-cc-by-nc-nd = CC BY-NC-ND: nombrándote, sin uso comercial ni cambios
license-apache = Apache 2.0
license-mit = MIT
login-intro = Inicia sesión con el nombre y la contraseña que te dieron.
login-name = Nombre de usuario
login-password = Contraseña
login-button = Entrar
login-first = Primero inicia sesión.
login-wrong = El nombre o la contraseña no son correctos.
login-too-long = El nombre y la contraseña son más cortos que eso.
login-wait = Se probaron demasiadas contraseñas equivocadas. Espera { NUMBER($seconds, useGrouping: 0) } segundos y vuelve a intentarlo.
login-wait-elsewhere = En el equipo donde funciona Cuddle, su propia dirección funciona ya.
log-out-by-post = Para cerrar sesión, envía POST.
something-broke = Algo falló dentro de Cuddle; no se ha perdido nada de lo que diste. Su registro dice más. Inténtalo otra vez.
not-found = No se encontró.
not-served-here = Esta dirección no se atiende aquí. Abre la que mostró Cuddle o indícala en CUDDLE_ALLOWED_HOSTS.
own-page-only = Esto solo se responde a la propia página de Cuddle.
body-with-no-use = Una petición con { $method } no lleva contenido.
body-too-large = Eso ocupa más de { $megabytes } MB; envía los archivos con { $path }.
body-too-slow = Tardó demasiado; inténtalo otra vez.
json-too-large = Ese JSON tiene más de { $items } valores o más de { $levels } niveles.
upload-too-large = Los archivos juntos superan el tamaño máximo de { $megabytes } MB; envía menos a la vez.
upload-too-many = Como máximo se pueden subir { NUMBER($files, useGrouping: 0) } archivos a la vez; envía menos.
upload-stopped = La subida se detuvo; inténtalo otra vez.
upload-sender-gone = Quien enviaba ya no está.
too-much-going-on = Tienes demasiadas cosas en marcha a la vez: { $what }. Espera a que terminen algunas y vuelve a intentarlo.
going-on-pages = { NUMBER($count, useGrouping: 0) } páginas abiertas
going-on-answers = { NUMBER($count, useGrouping: 0) } respuestas pendientes
going-on-uploads = { NUMBER($count, useGrouping: 0) } subidas
going-on-calls = { NUMBER($count, useGrouping: 0) } llamadas
going-on-queued = { NUMBER($count, useGrouping: 0) } llamadas en espera
served-file-gone = El archivo { $name } ya no está; recarga la página.
file-missing = No hay ningún archivo; sube al menos uno.
file-and-hub-id = Da un archivo o un hub_id, no los dos.
start-failed = Cuddle no puede arrancar: { $why }
start-ready = Cuddle está en marcha: { $url }
start-data-folder = Todo lo que guarda está en { $folder }
start-share = Para otras personas, mientras esto siga en marcha: { $url }
start-login = Entra como { $name } con la contraseña { $password }
start-login-shows = La contraseña de --login se ve en la lista de procesos de este equipo. Para que solo la sepas tú, usa --login-file, o CUDDLE_USER y CUDDLE_PASSWORD en el entorno.
start-two-logins = Se dieron --login y --login-file a la vez; basta con uno.
start-data-folder-around-temporary = La carpeta de datos { $folder } contiene la carpeta de archivos temporales de este equipo. Elige otra con --data-folder.
start-port-in-use = No se puede escuchar en { $host }:{ NUMBER($port, useGrouping: 0) }; quizá Cuddle ya funciona ahí. Abre http://{ $host }:{ NUMBER($port, useGrouping: 0) }, cierra el otro programa o elige otro puerto, por ejemplo --port { NUMBER($next, useGrouping: 0) }.

## ---- Errors: values, files, photos, subjects

empty-value = un valor vacío
no-number-between = { $name } es { $value }; elige un número entre { $low } y { $high }.
no-whole-number-between = { $name } es { $value }; elige un número entero entre { NUMBER($low, useGrouping: 0) } y { NUMBER($high, useGrouping: 0) }.
not-true-or-false = { $name } es { $value }; elige true o false.
not-text = { $name } es { $value }; escríbelo como texto de { NUMBER($longest, useGrouping: 0) } caracteres como máximo.
text-too-long = { $name } tiene { $length } caracteres; el máximo es { $longest }. Acórtalo.
text-too-short = { $name } no tiene texto; escribe entre { NUMBER($shortest, useGrouping: 0) } y { $longest } caracteres.
text-not-one-line = { $name } contiene un salto de línea o un carácter que no se puede mostrar; escríbelo en una sola línea.
no-such-choice = { $name } es «{ $value }»; elige entre: { $choices }.
file-outside = El archivo «{ $file }» está fuera de la carpeta de datos; súbelo.
give-as-text = { $name } es { $value }; indícalo como texto.
text-with-half-character = { $name } es «{ $value }», con un carácter que no es válido; escríbelo de nuevo.
give-as-whole-number = { $name } es { $value }; indícalo como número entero.
far-too-large = { $name } es { $value }, que es demasiado; indica un número entero más pequeño.
give-as-number = { $name } es { $value }; indícalo como número.
give-a-list = { $name } llegó como { $value }; da una lista.
give-a-list-of-texts = { $name } llegó con { $value } entre lo demás; da una lista de textos.
give-by-name = { $name } llegó como { $value }; da los valores por su nombre, por ejemplo { "{" }'steps': 200{ "}" }.
side-no-multiple = { $name } es de { NUMBER($side, useGrouping: 0) } píxeles; elige un múltiplo de 8, por ejemplo { NUMBER($near, useGrouping: 0) }.
field-on-page = «{ $label }»
label-in-group = { $group }: { $label }
request-file-name = Un nombre de archivo
request-seed = La semilla
request-typed-prompt = El prompt tal como se escribió
request-picture-id = El id de una imagen
request-grid-parameter = Un parámetro de la cuadrícula
request-picture-file = El archivo de la imagen
request-subject-name = El nombre de un personaje
request-given-name = El nombre del archivo
request-word-is-made = Si la palabra de activación se crea
request-name = El nombre del personaje
request-repository = El repositorio
request-commit = El commit
request-file-size = El tamaño del archivo
request-instance-prompt = El prompt de instancia
request-family = La familia
request-mark = La marca del personaje
request-replaced-commit = El commit que se puede sustituir
request-private = Privado
request-a-file = El nombre de un archivo
recipe-subject-type = El tipo de personaje
recipe-rank = El rango
recipe-alpha = El alfa
recipe-samples = El número de muestras
recipe-learning-rate = La tasa de aprendizaje
recipe-batch-size = El tamaño de lote
recipe-resolution = La resolución
recipe-checkpoint-samples = El número de muestras entre checkpoints
recipe-sample-samples = El número de muestras entre imágenes de prueba
recipe-prior-preservation = La conservación de lo previo (prior preservation)
recipe-last-timestep = El último timestep
recipe-first-timestep = El primer timestep
recipe-outside-weight = El peso de lo que rodea al personaje
recipe-outside-prior-weight = El peso del modelo base alrededor del personaje
recipe-close-ups = El número de primeros planos
recipe-convolutions = El uso de convoluciones
recipe-checkpoint-steps = El número de pasos entre checkpoints
recipe-sample-steps = El número de pasos entre imágenes de prueba
request-steps-with = El número de pasos con { $sampler }
request-strength-of = La intensidad del parecido de { $name }
request-place-of = El lugar de { $name }
request-caption-of = La descripción de { $name }
path-too-long = La ruta de { $path }… es demasiado larga: ningún nombre en ella puede ocupar más de 255 bytes. Elige una más corta con --data-folder.
file-not-written = No se pudo escribir { $place } ({ $reason }). Sirve una carpeta que sea tuya: cambia sus permisos o elige otra con --data-folder.
disk-full = El disco está lleno: no se pudo escribir { $place }, y no se perdió nada de lo que ya había. Libera espacio (en el Álbum puedes eliminar imágenes viejas y vaciar su papelera) y vuelve a intentarlo.
file-kind-text =
    { $count ->
        [one] un archivo de texto
       *[other] archivos de texto
    }
file-kind-raw =
    { $count ->
        [one] una foto RAW
       *[other] fotos RAW
    }
file-kind-video =
    { $count ->
        [one] un video
       *[other] videos
    }
file-kind-sound =
    { $count ->
        [one] un archivo de sonido
       *[other] archivos de sonido
    }
file-kind-pdf =
    { $count ->
        [one] un PDF
       *[other] varios PDF
    }
file-kind-svg =
    { $count ->
        [one] un dibujo SVG
       *[other] dibujos SVG
    }
file-kind-web-page =
    { $count ->
        [one] una página web
       *[other] páginas web
    }
file-kind-photoshop =
    { $count ->
        [one] un archivo de Photoshop
       *[other] archivos de Photoshop
    }
file-kind-jpeg-xl =
    { $count ->
        [one] una foto JPEG XL
       *[other] fotos JPEG XL
    }
file-kind-postscript =
    { $count ->
        [one] un archivo PostScript
       *[other] archivos PostScript
    }
file-kind-office =
    { $count ->
        [one] un documento de oficina
       *[other] documentos de oficina
    }
file-kind-program =
    { $count ->
        [one] un programa
       *[other] programas
    }
file-kind-database =
    { $count ->
        [one] una base de datos
       *[other] bases de datos
    }
file-kind-rar =
    { $count ->
        [one] un archivo comprimido RAR
       *[other] archivos comprimidos RAR
    }
file-kind-7z =
    { $count ->
        [one] un archivo comprimido 7z
       *[other] archivos comprimidos 7z
    }
file-kind-gzip =
    { $count ->
        [one] un archivo comprimido gzip
       *[other] archivos comprimidos gzip
    }
file-kind-bzip2 =
    { $count ->
        [one] un archivo comprimido bzip2
       *[other] archivos comprimidos bzip2
    }
file-kind-xz =
    { $count ->
        [one] un archivo comprimido xz
       *[other] archivos comprimidos xz
    }
file-kind-zstd =
    { $count ->
        [one] un archivo comprimido zstd
       *[other] archivos comprimidos zstd
    }
file-kind-tar =
    { $count ->
        [one] un archivo comprimido tar
       *[other] archivos comprimidos tar
    }
choose-photo-itself = Elige la propia foto.
upload-again-or-leave-out = Vuelve a subirlo o déjalo fuera.
save-as-one-of-these = Guárdalo en uno de estos formatos o déjalo fuera.
save-as-jpeg-in-camera-program = Guárdalo como JPEG con el programa que venía con la cámara.
choose-photo-or-frame = Elige una foto o guarda un fotograma como JPEG.
save-photos-in-it-as-jpeg = Guarda como JPEG las fotos que contiene.
save-as-png = Guárdalo como PNG.
save-as-jpeg = Guárdalo como JPEG.
save-picture-not-page = Guarda la propia imagen, no la página que la muestra.
unpack-archive = Descomprímelo y sube las fotos o un zip con ellas.
photo-formats-fine = JPEG, PNG, WebP, HEIC, AVIF, TIFF y BMP son formatos que sirven
file-in-zip = { $file } en { $zip }
file-empty =
    { $count ->
        [one] { $files } no contiene nada (0 bytes)
       *[other] { $files } no contienen nada (0 bytes)
    }; { photo-formats-fine }. { $advice }
file-no-photo =
    { $count ->
        [one] { $files } no es una foto que se pueda abrir
       *[other] { $files } no son fotos que se puedan abrir
    }; { photo-formats-fine }. { $advice }
file-picture-not-opened =
    { $count ->
        [one] Cuddle no puede abrir { $files }, que es { $kind }
       *[other] Cuddle no puede abrir { $files }, que son { $kind }
    }; { photo-formats-fine }. { $advice }
file-another-kind =
    { $count ->
        [one] { $files } no es una foto, sino { $kind }
       *[other] { $files } no son fotos, sino { $kind }
    }; { photo-formats-fine }. { $advice }
zip-others-left-out =
    { $count ->
        [one] { $files } en { $zip } no es una foto y se dejó fuera.
       *[other] { $files } en { $zip } no son fotos y se dejaron fuera.
    }
zip-in-zip = { $zip } contiene otro zip, { $files }; comprime las propias fotos en un solo zip.
zip-regularization =
    { $count ->
        [one] { $files } en { $zip } es una imagen
       *[other] { $files } en { $zip } son imágenes
    } de otros de la misma clase (regularization), que Cuddle hace por sí mismo cuando las necesita, así que no se tomó nada de esa carpeta.
zip-companions =
    { $count ->
        [one] { $zip } contiene un archivo que los equipos o los programas de fotos guardan junto a las fotos ({ $marks }); se dejó fuera.
       *[other] { $zip } contiene { NUMBER($count, useGrouping: 0) } archivos que los equipos o los programas de fotos guardan junto a las fotos ({ $marks }); se dejaron fuera.
    }
photo-too-large = { $photo } ocupa { NUMBER($size, useGrouping: 0) } MB; sirven fotos de hasta { NUMBER($most, useGrouping: 0) } MB. Guarda una copia más pequeña.
file-is-folder = { $file } es una carpeta; { photo-formats-fine }, y también zips con esas fotos. Elige las fotos que hay dentro.
file-not-read = No se puede leer { $file } ({ $reason }); vuelve a subirlo.
file-companion = { $file } es algo que los equipos y los programas de fotos guardan junto a las fotos, así que se dejó fuera.
zip-leads-out = { $zip } contiene un archivo llamado «{ $file }», que lleva fuera del zip, así que se dejó fuera; sirven nombres sencillos como cat1.jpg. Acepta solo zips de personas en quienes confías.
zip-locked = { $zip } está protegido con contraseña; sirve un zip sin ella. Comprímelo de nuevo sin contraseña.
zip-without-photos = { $zip } no contiene fotos; { photo-formats-fine }. Pon las propias fotos en el zip.
zip-of-photos = un zip de fotos
zip-of-so-many-photos = un zip de { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) } fotos
zip-long-list = { $zip } contiene una lista larguísima de archivos; sirve { $fine }. Comprime solo esas.
zip-damaged = { $zip } es un zip dañado; sirve un zip de fotos intacto. Comprímelo o súbelo de nuevo.
zip-too-many-files = { $zip } contiene { NUMBER($count, useGrouping: 0) } archivos; sirve { $fine }. Comprime solo esas.
zip-too-large = { $zip } ocuparía { $size } GB al descomprimirse; el máximo es { $most } GB. Comprime solo las fotos o súbelas una a una.
photo-several-pictures = { $photo } contiene varias imágenes; se tomó la primera.
photo-memory = Abrir { $photo } requiere más de { NUMBER($most, useGrouping: 0) } MB de memoria. Guarda una copia más pequeña o en JPEG.
photo-damaged = { $photo } está dañado o incompleto; sirven las fotos enteras. Vuelve a subirlo o déjalo fuera.
photo-damaged-in-zip = { $photo } está dañado; sirve un zip de fotos intacto. Comprímelo de nuevo.
photo-many-megapixels = { $photo } tiene más de 170 megapíxeles; sirven hasta { NUMBER($most, useGrouping: 0) }, o { NUMBER($most_jpeg, useGrouping: 0) } como JPEG. Guarda una copia más pequeña.
photo-not-opened = { $photo } no es una foto que se pueda abrir; { photo-formats-fine }. Guárdalo en uno de ellos o déjalo fuera.
photo-too-small = { $photo } es demasiado pequeño o estrecho: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } píxeles; el lado corto debe tener al menos { NUMBER($least, useGrouping: 0) }, mejor 512, y el largo como máximo { NUMBER($times, useGrouping: 0) } veces más. Elige una foto más grande o una parte de esta.
photo-moving = { $photo } es una imagen en movimiento; { photo-formats-fine } para fotos fijas. Guarda un fotograma como JPEG.
photo-megapixels = { $photo } tiene { $megapixels } megapíxeles ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); sirven hasta { NUMBER($most, useGrouping: 0) }, o { NUMBER($most_jpeg, useGrouping: 0) } como JPEG. Guarda una copia más pequeña.
photo-megapixels-jpeg = { $photo } tiene { $megapixels } megapíxeles ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); sirven hasta { NUMBER($most, useGrouping: 0) }. Guarda una copia más pequeña.
photo-reader-ended = No se pudo abrir { $photo }: el programa que lo lee se cerró al intentarlo. Guárdalo de nuevo como JPEG o déjalo fuera.
photo-takes-too-long = Abrir { $photo } tarda más de { $seconds } segundos. Guárdalo de nuevo como JPEG o déjalo fuera.
photo-given-twice = { $copy } es la misma foto que { $own }, así que se tomó una sola vez.
photo-copy-as = { $copy } (como { $own })
photos-given-twice = { NUMBER($count, useGrouping: 0) } fotos son iguales a otras, así que cada una se tomó una sola vez: { $copies }.
photos-left-too-few =
    { $count ->
        [0] No quedan fotos
        [one] Queda 1 foto
       *[other] Quedan { NUMBER($count, useGrouping: 0) } fotos
    }; sirven de { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) }. Añade alguna más.
photos-too-few =
    { $count ->
        [one] Diste { NUMBER($count, useGrouping: 0) } foto
       *[other] Diste { NUMBER($count, useGrouping: 0) } fotos
    }; sirven de { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) }. Añade alguna más.
photos-too-many =
    { $count ->
        [one] Diste { NUMBER($count, useGrouping: 0) } foto
       *[other] Diste { NUMBER($count, useGrouping: 0) } fotos
    }; sirven de { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) }. Elige las mejores y deja fuera las demás.
one-of-several-photos = { $file } contiene { NUMBER($count, useGrouping: 0) } fotos; da una de ellas.
caption-not-utf-8 = { $file } no es texto en UTF-8, así que no se tomó ninguna descripción; guárdalo como UTF-8.
caption-empty = { $file } no contiene nada, así que no se tomó ninguna descripción; escribe una o déjalo fuera.
caption-damaged = { $file } está dañado, así que no se tomó ninguna descripción; comprime el zip de nuevo.
caption-several-lines = De { $file } se tomó como descripción la primera de { NUMBER($count, useGrouping: 0) } líneas; escríbela en una sola.
caption-too-long = La descripción de { $file } tiene { $length } caracteres; el máximo es { NUMBER($most, useGrouping: 0) }, así que se tomó el principio. Acórtala.
caption-of-no-photo = { $file } no corresponde a ninguna foto, así que se dejó fuera; la descripción de cat1.jpg se llama cat1.txt.
captions-taken =
    { $count ->
        [one] La descripción de 1 foto se tomó de un archivo de texto que la acompaña.
       *[other] Las descripciones de { NUMBER($count, useGrouping: 0) } fotos se tomaron de archivos de texto que las acompañan.
    }
folder-name-and-captions = De la carpeta «{ $folder }» se tomó que «{ $words }» en las descripciones es lo que enseñas; sus { $repeats } repeticiones, no: una lección mira todas las fotos las mismas veces.
folder-photos-alone = De la carpeta «{ $folder }» solo se tomaron las fotos y las descripciones: el nombre y la clase son los que tú escribes, y una lección mira todas las fotos las mismas veces, no { $repeats } veces.
caption-for-no-photo = Hay una descripción para { $photo }, pero esa foto no está; están: { $photos }.
names-and-so-on = { $names }, …
captions-not-as-many = Hay { NUMBER($captions, useGrouping: 0) } descripciones y { NUMBER($photos, useGrouping: 0) } fotos; da una por foto, en el mismo orden y vacía donde no tengas, o indícalas por nombre de archivo.
captions-unreadable = Las descripciones son { $value }; dalas por nombre de archivo, por ejemplo { "{" }'cat1.jpg': '[name] en un sofá'{ "}" }, o como lista en el orden de las fotos.
everyday-word = «{ $word }» es una palabra corriente, así que las imágenes de { $name } podrían mostrar también eso. Un nombre que no sea otra palabra, o uno más largo como «{ $name } García», los distingue.
trigger-word-made = El archivo no indica ninguna palabra de activación, así que se formó «{ $word }» a partir del nombre. Si las imágenes no se parecen a { $name }, incorpora de nuevo el archivo con la palabra con la que se enseñó.
photos-alike = Las fotos { NUMBER($first, useGrouping: 0) } y { NUMBER($second, useGrouping: 0) } son casi iguales; vistas diferentes enseñan más.
photos-alike-and-more = Las fotos { NUMBER($first, useGrouping: 0) } y { NUMBER($second, useGrouping: 0) } son casi iguales (y { NUMBER($more, useGrouping: 0) } parejas más); vistas diferentes enseñan más.
photo-small = La foto { $photo } es pequeña y se amplía { $times } veces; una copia más grande conserva más detalle.
photos-small = Las fotos { $photos } son pequeñas y se amplían hasta { $times } veces; copias más grandes conservan más detalle.
photos-all-small = Todas las fotos son pequeñas y se amplían hasta { $times } veces; copias más grandes conservan más detalle.
photo-is-blurred = La foto { $photo } está borrosa; una nítida enseña más.
photos-are-blurred = Las fotos { $photos } están borrosas; unas nítidas enseñan más.
photo-is-dark = La foto { $photo } es muy oscura; una con más luz enseña más.
photos-are-dark = Las fotos { $photos } son muy oscuras; unas con más luz enseñan más.
photo-is-screenshot = La foto { $photo } parece una captura de pantalla, y también se aprendería lo que rodea la imagen; la propia foto enseña más.
photos-are-screenshot = Las fotos { $photos } parecen capturas de pantalla, y también se aprendería lo que rodea las imágenes; las propias fotos enseñan más.
photo-badge-alike = casi igual
photo-badge-small = pequeña
photo-badge-blurred = borrosa
photo-badge-dark = muy oscura
photo-badge-screenshot = captura de pantalla
name-empty = Falta el nombre; da uno de 1 a { NUMBER($most, useGrouping: 0) } caracteres, por ejemplo Dumpling.
name-too-long = El nombre «{ $name }» tiene { NUMBER($length, useGrouping: 0) } caracteres; el máximo es { NUMBER($most, useGrouping: 0) }. Acórtalo.
name-with-signs = El nombre «{ $name }» contiene { $signs }; sirven letras, cifras, espacios y - ' . &.
name-without-letters = El nombre «{ $name }» no tiene ninguna letra ni cifra; da un nombre, por ejemplo Dumpling.
kind-empty = Falta la clase; di qué es en una o dos palabras, por ejemplo gato, perro, mujer o tetera.
kind-too-long = La clase «{ $kind }» tiene { NUMBER($length, useGrouping: 0) } caracteres; el máximo es { NUMBER($most, useGrouping: 0) }. Acórtala.
kind-more-than-words = La clase «{ $kind }» contiene algo más que palabras; sirven letras, espacios y - en una sola línea. Di qué es en una o dos palabras, por ejemplo gato, perro o mujer.
kind-not-known = La clase «{ $kind }» no es una palabra que Cuddle conozca, y los modelos leen inglés; di en inglés qué es, por ejemplo cat, woman o teapot.
trigger-word-not-fine = La palabra de activación es «{ $word }»; sirve una sola palabra de 1 a { NUMBER($most, useGrouping: 0) } caracteres de a-z y 0-9.
step-of-untaught = Cuddle aún no conoce a { $name }; elige un paso anterior cuando termine la lección.
no-steps-kept = No se guardan pasos anteriores de { $name }; una lección nueva guarda algunos.
step-not-kept = El paso { NUMBER($step, useGrouping: 0) } de { $name } no se guarda; elige uno de estos: { $steps }.
step-files-gone = Los archivos del paso { NUMBER($step, useGrouping: 0) } de { $name } ya no están; elige otro paso.
subject-not-taught = Cuddle aún no conoce a { $name }; espera a que termine la lección o deja fuera ese personaje.
subject-failed = La lección de { $name } no acabó bien; reinténtala en Inicio o deja fuera ese personaje.
subject-no-file = { $name } no tiene archivo { $format }; lo tendrá cuando termine la lección.
subject-being-taught = La lección de { $name } está en marcha. Cancélala primero y elimina después el personaje.
subject-being-cancelled = La lección de { $name } acaba de empezar y se está cancelando; elimina después el personaje.
file-gone = El archivo { $file } ya no está.
password-no-text = CUDDLE_PASSWORD no es texto; escribe ahí la contraseña.
setting-not-fine = El ajuste { $setting } es «{ $value }»: { $reason }. Cambia --{ $option } o CUDDLE_{ $variable }.
password-too-short = La contraseña tiene { NUMBER($length, useGrouping: 0) } caracteres; una página a la que llegan otros necesita al menos { NUMBER($least, useGrouping: 0) }. Cuatro palabras sin relación son una buena contraseña. Con --share y sin inicio de sesión, Cuddle crea una.
password-too-easy = La contraseña es demasiado fácil de adivinar: sin el nombre, las palabras muy conocidas, las repeticiones y las secuencias no queda casi nada. Cuatro palabras sin relación son una buena contraseña. Con --share y sin inicio de sesión, Cuddle crea una.
login-without-colon = { $source } lleva un nombre y una contraseña separados por dos puntos, por ejemplo anna:secret.
login-file = El archivo de inicio de sesión { $file }
login-file-not-utf-8 = { $file } no es texto en UTF-8; escribe en él name:password.
login-file-not-read = No se puede leer { $file } ({ $reason }); da la ruta de un archivo con una sola línea, name:password.
login-file-several-lines = { $file } tiene más de una línea; sirve una sola, name:password.

## ---- Errors: pictures, metadata, prompts

start-gone = La imagen de partida ya no está. Elígela otra vez.
no-start = No hay imagen de partida; da su id como picture, o un archivo de keep_start.
sheet-of-several = Esto es una lámina de varias imágenes. Abre una de ellas y elige eso de nuevo.
no-picture-option = No existe la opción «{ $option }» para imágenes; existen: { $options }.
sampler-without-helper = { $sampler } necesita un LoRA ayudante y no hay ninguno para { $model }. Elige otro muestreador; DPM++ 2M AYS es rápido con todos los modelos base.
choice-unreadable = Un personaje elegido es «{ $value }»; dalo como name, strength y, si quieres, box.
choice-unknown-name = Un personaje elegido contiene «{ $value }»; sirven name, strength y box.
place-unreadable = { $place } es { $value }; da left, top, right, bottom entre 0 y 1.
subject-chosen-twice = { $name } aparece dos veces en la elección; elige cada personaje una sola vez y ajusta su intensidad.
given-start = La imagen de partida
given-larger = La versión más grande
given-grid = La cuadrícula
given-side = Un lado de la cuadrícula
not-by-name = { $name } es { $value }; da { $names } por su nombre.
unknown-among = { $name } contiene «{ $value }»; sirven { $names }.
axis-of-subject = Parecido de { $name }
axis-number = { $axis } { NUMBER($value, useGrouping: 0) }
axis-words = { $axis }: { $value }
grid-prompts = { $axis } tiene { NUMBER($count, useGrouping: 0) } prompts en la cuadrícula; da solo sus valores.
grid-values = { $axis } tiene { NUMBER($count, useGrouping: 0) } valores en la cuadrícula; sirven de 1 a { NUMBER($most, useGrouping: 0) }.
grid-value-unreadable = { $axis } es { $value } en la cuadrícula; da un número o palabras.
grid-sides-equal = { $axis } figura en los dos lados de la cuadrícula; elige dos cosas diferentes.
grid-too-large = La cuadrícula tiene { NUMBER($count, useGrouping: 0) } imágenes; sirven hasta { NUMBER($most, useGrouping: 0) }.
grid-without-x = La cuadrícula no tiene x; dala como un nombre y una lista de valores.
grid-side-unreadable = Un lado de la cuadrícula es { $value }; da su nombre y una lista de valores.
grid-prompt-unreadable = Un prompt de la cuadrícula es { $value }; da solo los valores de la cuadrícula.
grid-strength-of-nobody = La cuadrícula pide intensidades del parecido, pero no hay ningún personaje en la imagen. Elige a quién te refieres.
grid-strength-of-absent = La cuadrícula pide intensidades del parecido, pero { $name } no está en la imagen. Elige a quién te refieres.
grid-words-not-held = Las primeras palabras de la cuadrícula son «{ $words }», y el prompt no las contiene.
grid-words-in-names = Las primeras palabras de la cuadrícula son «{ $words }», y el prompt solo las contiene en nombres.
grid-size-unreadable = Un tamaño de la cuadrícula es { $value }; escríbelo como 1024x1024.
grid-no-start = La cuadrícula pregunta cuánto cambia una imagen, pero no hay imagen de partida.
grid-no-larger = La cuadrícula pregunta cuánto cambia la versión más grande, pero no se pide ninguna.
readings-unreadable = Las lecturas son { $value }; da hasta { NUMBER($most, useGrouping: 0) } por su nombre, por ejemplo { "{" }'Rose 2': 'word'{ "}" }.
reading-unreadable = La lectura de «{ $name }» es { $value }; sirven '{ $as_name }' y '{ $as_word }'.
lora-to-avoid = «{ $lora }» es un LoRA entre las cosas que evitar, y se deja fuera.
lora-of-nobody = El LoRA «{ $lora }» no es de ninguno de tus personajes, así que se deja fuera; su archivo se puede incorporar en Inicio.
strength-taken = La intensidad de { $name } es { $given }; se toma { $taken }.
named-not-chosen = Nombras a { $name } pero no está entre los elegidos, así que la imagen se hace sin { $name }; elige también a { $name }.
elsewhere-hypernetwork = una hypernetwork
elsewhere-tag = una etiqueta de otro programa
elsewhere-embedding = un embedding
elsewhere-wildcard = una lista de palabras
elsewhere-prompts = varios prompts a la vez
elsewhere-turns = palabras que se alternan
elsewhere-changes = palabras que cambian durante los pasos
elsewhere-drawn = una elección al azar
syntax-elsewhere = «{ $written }» ({ $what })
tag-left-out = «{ $written }» es una etiqueta de otro programa y se deja fuera.
embedding-left-out = «{ $written }» representa un embedding, que Cuddle no carga; se deja fuera.
wildcard-not-here = «{ $written }» representa una lista de palabras que no está aquí; escribe la propia palabra.
break-left-out = «BREAK» se deja fuera: Cuddle ya lee por partes los prompts largos.
and-as-word = «AND» une varios prompts en otros programas; aquí se lee como la palabra «and».
words-turns-read = «{ $written }» cambia palabras en cada paso, y Cuddle no hace eso; se lee «{ $read }».
words-turns-left-out = «{ $written }» cambia palabras en cada paso, y Cuddle no hace eso; se deja fuera.
words-changes-read = «{ $written }» cambia palabras por el camino, y Cuddle no hace eso; se lee «{ $read }».
words-changes-left-out = «{ $written }» cambia palabras por el camino, y Cuddle no hace eso; se deja fuera.
weight-of-another = «{ $written }» da peso a las palabras en otro programa; aquí lo hace «({ $inside })».
choice-read = «{ $written }» es una elección que otro programa hace al azar; se lee «{ $read }».
picture-formats-fine = Sirve una imagen PNG, JPEG o WebP hecha con Cuddle, A1111 o ComfyUI
picture-too-large = { $file } ocupa más de { NUMBER($most, useGrouping: 0) } MB. { picture-formats-fine }.
picture-not-read = { $file } no se puede leer o está dañado. { picture-formats-fine }.
picture-without-parameters = { $file } no es una imagen con parámetros. { picture-formats-fine }.
unknown-program = un programa que Cuddle no conoce
picture-own-damaged = { $file } se hizo con Cuddle, pero sus parámetros están dañados. { picture-formats-fine }.
picture-of-another-program = { $file } se hizo con { $program }, cuyos parámetros Cuddle no lee. { picture-formats-fine }.
picture-graph-without-sampler = { $file } contiene un grafo de ComfyUI sin un muestreador sencillo, y Cuddle no lo lee. { picture-formats-fine }.
picture-other-text = { $file } contiene un texto que no son parámetros («{ $text }»). { picture-formats-fine }.
picture-stealth = { $file } esconde sus parámetros en los píxeles (stealth PNG), donde Cuddle no los lee. { picture-formats-fine }.
picture-nothing-in-it = { $file } no lleva parámetros; se pierden en las copias que hacen las apps de mensajería y los programas de fotos. { picture-formats-fine }.
picture-cut-off = { $file } está cortado antes de sus parámetros. { picture-formats-fine }; descárgalo de nuevo.
picture-text-too-long = El texto «{ $text }» de { $file } ocupa más de { NUMBER($most, useGrouping: 0) } MB; no se leyó nada. { picture-formats-fine }.
found-steps = número de pasos
found-guidance-scale = escala de guía
found-width = ancho
found-height = alto
found-prompt = prompt
found-negative-prompt = texto de cosas que evitar
found-own-damaged = Lo que escribió el propio Cuddle está dañado, así que esto es lo que les dice a otros programas.
found-later-version = Se hizo con una versión posterior de Cuddle; no se tomó: { $names }.
found-missing = No indica: { $values }; se rellena lo que conviene al modelo base.
found-other-sampler = Su muestreador «{ $sampler }» no es de los de Cuddle; se elige { $chosen }.
found-no-sampler = No indica ningún muestreador; se elige { $chosen }.
found-seed-beyond = Su semilla { $seed } está fuera de las de Cuddle (de 0 a { NUMBER($most, useGrouping: 0) }); se sacará otra al azar.
found-variation-beyond = Su variación ({ $strength } hacia la semilla { $seed }) no es de las de Cuddle; se deja fuera.
found-no-prompt = No tiene ningún prompt que se pueda leer.
found-not-taken-over = No se tomó: { $what }.
found-also-not-taken-over = Tampoco se tomó: { $what }.
found-more-nodes = Ni otros { NUMBER($count, useGrouping: 0) } de sus nodos.
found-nearest = Su { $value } es { $given }; lo más cercano que hace Cuddle es { $near }.
found-long-text = Su { $value } tiene { $length } caracteres; se rellenan los primeros { $most }.
found-many-loras = Nombra { NUMBER($count, useGrouping: 0) } LoRA; se miran los primeros { NUMBER($most, useGrouping: 0) }.
found-strength = La intensidad de { $name } es { $given }; se rellena { $taken }.
found-subject-twice = Un personaje aparece dos veces; se rellena la primera de sus intensidades.
found-many-subjects = Tiene { NUMBER($count, useGrouping: 0) } personajes; se rellenan los primeros { NUMBER($most, useGrouping: 0) }.
found-lora-of-nobody = El LoRA «{ $lora }» no es de ninguno de tus personajes, así que se deja fuera; su archivo se puede incorporar en Inicio.
found-no-base-model = Su modelo base «{ $model }» no está aquí; en su lugar se rellena la elección automática.
found-noise-of-card = { $program } sacó su ruido en la tarjeta gráfica, así que la misma semilla da aquí otra imagen.
found-noise-unsaid = No dice dónde se sacó su ruido; si fue en la tarjeta gráfica, su semilla da aquí otra imagen.
comfy-noise-here = { $sampler } saca su ruido nuevo de otra manera en ComfyUI, así que aquí es otra imagen.
comfy-computed-here = { $sampler } se calcula de otra manera en ComfyUI, así que aquí es otra imagen.
graph-text-encoder-strength = la intensidad de «{ $lora }» en el codificador de texto
graph-several-pictures = hay { NUMBER($count, useGrouping: 0) } imágenes guardadas en el grafo, y se leyó la primera
graph-part-alone = que el { $value } vale solo para una parte de la imagen
graph-words-of-part = del { $value }, las palabras de una parte de la imagen: «{ $words }»
graph-words-added = del { $value }, las palabras que se le añadieron: «{ $words }»
graph-weight = que «{ $words }» cuenta { $weight } veces (aquí { $near })
graph-so-many-times = { NUMBER($count, useGrouping: 0) } veces { $what }
comfy-noise-there = { $sampler } saca allí su ruido nuevo de otra manera.
comfy-computed-there = { $sampler } se calcula allí de otra manera.
comfy-noise-levels = Los niveles de ruido de { $sampler } solo son iguales allí con { NUMBER($steps, useGrouping: 0) } pasos.
comfy-loras-everywhere = Allí todos los LoRA actúan en toda la imagen; aquí cada personaje ocupó su propio lugar.
comfy-no-places = Allí los personajes no tienen lugares.
comfy-one-picture = Allí es una sola imagen, no una lámina de varias.
comfy-curly-brackets = Su página elige entre palabras escritas entre { "{" }llaves{ "}" } y omite lo que sigue a // o /*.
comfy-embedding = «embedding:» carga allí un archivo; aquí es una palabra.
comfy-long-prompt = Un prompt tan largo como este puede dividirse allí en otras palabras.
comfy-choose-start = Elige la imagen de partida allí, en el nodo Load Image.
person-id-not-plain = El id de una persona es «{ $id }»; usa de 1 a 40 caracteres de a-z y 0-9.

## ---- Errors: models, the Hub, engines, the folder

weights-kind-empty = algo vacío: no contiene pesos
weights-gone = { $name } no está (o ya no está). Vuelve a ponerlo en su sitio o elige otro.
weights-not-read = No se puede leer { $name } ({ $error }). Vuelve a ponerlo en su sitio o elige otro.
weights-empty = un archivo vacío; descárgalo de nuevo
auto-chosen-at-start = Se eligió con --base-model.
auto-not-known-yet = Cuddle aún está mirando si este equipo tiene tarjeta gráfica.
auto-without-card = Este equipo no tiene una tarjeta gráfica que Cuddle pueda usar; { $title } necesita una.
auto-card-too-small = La tarjeta gráfica tiene { NUMBER($there, useGrouping: 0) } GB; { $title } necesita { $needed } GB o más.
auto-card-large-enough = La tarjeta gráfica tiene { NUMBER($there, useGrouping: 0) } GB, suficiente para { $title }.
photos-drawn-by = Elige { $title } en «Más ajustes»; la tarjeta gráfica de aquí es suficiente.
photos-drawn-elsewhere = Para fotos reales, arranca Cuddle en un equipo con una tarjeta gráfica de { $needed } GB o más, o elige { $title } en «Más ajustes», que aquí tarda horas; para probar Cuddle ahora, usa las fotos de muestra.
photo-beyond-pocket = La foto { NUMBER($number, useGrouping: 0) } no es algo que el modelo de bolsillo pueda dibujar: solo conoce su pequeño mundo de dibujos animados, y una lección con otras fotos acaba en pedazos de color. { $instead }
lesson-too-long-on-cpu = Esta lección con { $title } tardaría aquí entre { $least } y { $most }, porque Cuddle trabaja con la CPU ({ $samples } muestras de { $tflop } TFLOP cada una). Necesita una tarjeta gráfica de { $needed } GB o más; elige el modelo de bolsillo o arranca Cuddle en un equipo con una tarjeta así.
some-days = { NUMBER($count, useGrouping: 0) } días
some-hours = { NUMBER($count, useGrouping: 0) } horas
some-minutes = { NUMBER($count, useGrouping: 0) } minutos
base-model-pickle = { $file } es un archivo pickle ({ $suffix }), que nunca se abre porque puede ejecutar programas. Usa la versión .safetensors de ese modelo, u otro modelo.
base-model-no-safetensors = { $file } no es un archivo .safetensors. Sirve un modelo completo de Stable Diffusion XL o 1.5 que acabe en .safetensors, y también una carpeta de diffusers.
base-model-unknown = No existe el modelo base «{ $name }». Sirven: auto, { $known }, una carpeta o un archivo .safetensors de un modelo de Stable Diffusion XL o 1.5 en este equipo, o un repositorio del Hub escrito como owner/name.
base-model-file-gone = { $file } no está (o ya no está). Vuelve a ponerlo en su sitio o elige otro modelo base.
base-model-not-at = El modelo base { $title } no está en { $place }. Vuelve a ponerlo en su sitio o elige otro.
base-model-not-in-folder = El modelo base { $title } no está en { $folder }. Vuelve a ponerlo ahí o elige otro.
base-model-not-opened = No se puede abrir { $title } en { $place } ({ $error }). Sirve un modelo { $family } completo: cópialo o descárgalo de nuevo.
base-model-without-part = { $title } en { $folder } no tiene la carpeta «{ $part }». Sirve una carpeta de diffusers completa: cópiala o descárgala de nuevo.
base-model-of-another-family = { $title } es un modelo { $family } y se tomó por uno { $taken_for }. Ahora Cuddle ya lo sabe: elígelo otra vez y empieza esto de nuevo.
base-model-predicts-other = { $title } predice «{ $predicted }»; Cuddle trabaja con modelos que predicen ruido o velocidad, como SDXL base. Elige uno de esos.
base-model-not-portable = El modelo base { $name } es un archivo o una carpeta de este equipo, y el trabajo se hace en otra máquina, donde no significa nada. Elige pocket, sdxl, sd15 o un repositorio del Hub escrito como owner/name, o arranca Cuddle sin --engine para trabajar aquí.
family-unknown = { $title } es de la familia «{ $family }»; sirven: { $fine }.
subject-of-another-family = { $name } se enseñó con { $family } y no encaja con { $title }. Elige personajes enseñados con el mismo modelo base, y ese modelo base o auto.
subject-base-model-gone = { $name } se enseñó con { $base_model }, que ya no se puede usar: { $why } También encaja cualquier otro modelo { $family }: elige uno para la imagen.
device-unknown = No existe el dispositivo «{ $device }»; sirven: auto, { $fine }.
device-not-usable = El dispositivo «{ $device }» no se puede usar en este equipo; aquí sirven: auto, { $fine }.
sampler-not-for-flow = { $sampler } no funciona con este modelo base. Elige uno de estos: { $fine }.
picture-overflowed = La imagen salió vacía (sus números se desbordaron). Elige una escala de guía más pequeña o menos intensidad del parecido y vuelve a intentarlo.
base-model-refused = { $name } es { $what }. Sirve un modelo completo de Stable Diffusion XL o 1.5 en fp16, bf16 o fp32; elige otro.
kind-unknown = algo que no es un modelo que Cuddle conozca (su primera parte es «{ $part }»)
kind-without-text-encoder = un modelo { $title } sin su codificador de texto, así que no está completo
kind-without-autoencoder = un modelo { $title } sin su autoencoder, así que no está completo
kind-of-pipeline = un modelo del tipo { $pipeline }
kind-with-channels = un modelo que recibe imágenes como entrada ({ $channels } canales en vez de 4)
kind-of-width = un Stable Diffusion de otra anchura ({ $width })
kind-inpainting = un modelo de inpainting, que rellena huecos en las imágenes (9 canales de entrada en vez de 4)
kind-sd2 = un modelo Stable Diffusion 2
kind-refiner = el refiner de SDXL, que solo termina imágenes del modelo base
kind-lora = un LoRA, no un modelo base. En Inicio se puede incorporar como personaje
kind-controlnet = un ControlNet, no un modelo base
kind-video = un modelo para videos
kind-flux = un modelo Flux
kind-sd3 = un modelo Stable Diffusion 3
kind-other-channels = un modelo que recibe imágenes como entrada (su primera capa no tiene 4 canales)
kind-quantised = un modelo guardado con menos de 16 bits por número (fp8 o cuantizado), y una lección no puede partir de eso
kind-cut-down-sdxl = un pariente más pequeño de Stable Diffusion XL (como SSD-1B), cuya versión en un solo archivo no se lee
kind-text-encoder = solo un codificador de texto
kind-autoencoder = solo un autoencoder (VAE)
kind-unet = solo una UNet, sacada de una carpeta de diffusers; da la carpeta completa
kind-embedding = un embedding (textual inversion), no un modelo base
folder-no-diffusers = { $folder } no es una carpeta de diffusers: no tiene un { $file } legible. Copia o descarga de nuevo la carpeta completa.
folder-without-configuration = { $folder } no tiene un { $file } legible. Copia o descarga de nuevo la carpeta completa.
configuration-damaged = { $file } está dañado. Cópialo o descárgalo de nuevo.
file-is-other = { $name } es { $what }.
file-cut-off = { $name } está cortado: hay { $there } de { $whole }. Descárgalo de nuevo.
file-damaged = { $name } no es un archivo .safetensors, o está dañado. Descárgalo de nuevo o elige otro.
amount-bytes = { $number } bytes
amount-kilobytes = { $number } kB
amount-megabytes = { $number } MB
amount-gigabytes = { $number } GB
file-text = un archivo de texto (empieza por «{ $text }»), no un archivo .safetensors; elige otro
file-no-safetensors = algo que no es un archivo .safetensors, o está dañado; descárgalo de nuevo o elige otro
file-git-lfs = un puntero de Git LFS, no el propio archivo; ejecuta 'git lfs pull' o descarga el archivo
file-web-page = una página web; descarga el propio archivo, no la página que habla de él
file-gguf = un archivo GGUF, que Cuddle no lee
file-pickle-or-zip = un archivo pickle o zip (.ckpt, .pt), que nunca se abre porque puede ejecutar programas
file-pickle = un archivo pickle (.ckpt, .pt), que nunca se abre porque puede ejecutar programas
lora-fine = Sirve un LoRA en un archivo .safetensors, hecho para el mismo modelo base
lora-of-other-kind = { $name } es { $what }, y Cuddle no incorpora ese tipo de archivo. { lora-fine }.
other-oft = un archivo OFT
other-ia3 = un archivo IA3 (LyCORIS)
other-differences = un archivo de diferencias completas (LyCORIS)
other-glora = un GLoRA (LyCORIS)
other-norms = un archivo LyCORIS que cambia normas
other-embedding = un embedding
other-controlnet = un ControlNet
other-whole-model = un modelo completo
other-flux = un LoRA para Flux o un modelo de su tipo
other-sd3-or-flux = un LoRA para Stable Diffusion 3 o Flux
lora-of-other-numbers = { $name } guarda su parte «{ $part }» como { $type }, que no son números de un LoRA. Sirven fp32, fp16, bf16 y fp8 (e4m3 o e5m2); guárdalo de nuevo en uno de ellos.
lora-part-empty = { $name } está dañado: su parte «{ $part }» no contiene números. Descárgalo de nuevo. { lora-fine }.
lora-too-large = { $name } ocupa { $size } GB; sirven archivos LoRA de hasta { $most } GB.
lora-of-other-family = { $name } es un LoRA para { $family } y no encaja con { $title }. Elige el modelo base para el que se hizo, u otro archivo.
lora-none-in-file = { $name } no contiene ningún LoRA (su primera parte es «{ $part }»). { lora-fine }.
lora-part-not-there = { $name } no encaja con { $title }, que no tiene la parte «{ $part }». { lora-fine }.
lora-layer-twice = { $name } cambia «{ $layer }» dos veces, con dos nombres, así que está dañado. { lora-fine }.
lora-of-text-alone = { $name } solo cambia los codificadores de texto, que aquí se dejan fuera. { lora-fine }.
lora-layer-incomplete = { $name } está incompleto: «{ $layer }» solo tiene { $parts }. { lora-fine }.
lora-layer-of-other-size = { $name } no encaja con { $title }: su cambio de «{ $layer }» es de { $sizes }, y la capa del modelo base va de { NUMBER($inputs, useGrouping: 0) } a { NUMBER($outputs, useGrouping: 0) }. { lora-fine }.
lora-not-finite = { $name } está dañado: «{ $layer }» contiene números que no son finitos. { lora-fine }.
lora-change-too-large = { $name } está dañado: su cambio de «{ $layer }» es tan grande (números de 65504, donde acaba la media precisión, o un cambio de un peso en más de { $most }) que no se podría hacer ninguna imagen con él. Descárgalo de nuevo o elige otro.
lora-file-broken = { $name } no es un archivo .safetensors, o está dañado. { lora-fine }; los archivos más antiguos .pt y .ckpt nunca se abren, porque pueden ejecutar programas.
hub-log-in = inicia sesión en este equipo con '.venv/bin/hf auth login'
hub-no-token = Cuddle aún no tiene un token de Hugging Face. Crea uno que pueda escribir en { $page } y después { hub-log-in } (o define HF_TOKEN antes de arrancar Cuddle).
hub-no-token-on-space = Este Space no tiene un token de Hugging Face. Abre sus Settings, añade en «Variables and secrets» un secreto llamado HF_TOKEN con un token de { $page } que pueda escribir, y mantén privado el Space: quien lo abra podría publicar en tu nombre.
hub-shared = Cuddle está abierto a otras personas con un enlace público, y cualquiera de ellas publicaría en tu nombre. Para publicar, arráncalo sin --share.
hub-token-no-token = Lo que se guarda como token de Hugging Face contiene caracteres que ningún token tiene. Copia uno nuevo de { $page }, sin espacios ni comillas, y dáselo a Cuddle en lugar del anterior.
hub-token-may-only-read = El token de Hugging Face de { $name } solo puede leer. Crea uno que pueda escribir en { $page } y dáselo a Cuddle en lugar de este.
hub-token-unknown = El Hub de Hugging Face no conoce el token que hay aquí (401); puede que se haya eliminado. Crea uno nuevo en { $page }, dáselo a Cuddle en lugar del anterior y vuelve a intentarlo.
hub-token-without-right = El token de Hugging Face que hay aquí no tiene permiso para hacer eso con { $what } (403). Crea uno que pueda escribir en { $page }, dáselo a Cuddle en lugar del anterior y vuelve a intentarlo.
your-account = tu cuenta
hub-offline = Cuddle se arrancó con HF_HUB_OFFLINE, así que no pide nada al Hub de Hugging Face. Arráncalo sin esa variable y vuelve a intentarlo.
hub-answer-not-its-own = Lo que llegó para { $what } no es una respuesta del Hub de Hugging Face. Quizá esta red quiere que inicies sesión: abre { $address } en un navegador y vuelve a intentarlo.
hub-not-reached = No se puede llegar al Hub de Hugging Face para { $what } ({ $type }). Comprueba la conexión a internet y vuelve a intentarlo; aquí no se ha perdido nada.
hub-gated = { $what } requiere aceptar una licencia. Abre la página en { $address } en un navegador, acepta allí la licencia, { hub-log-in } y vuelve a intentarlo.
hub-asked-too-often = Se preguntó demasiadas veces al Hub de Hugging Face (429). Vuelve a intentarlo en unos minutos; aquí no se ha perdido nada.
hub-asked-too-often-for =
    { $minutes ->
        [one] Se preguntó demasiadas veces al Hub de Hugging Face (429). Vuelve a intentarlo en { NUMBER($minutes, useGrouping: 0) } minuto; aquí no se ha perdido nada.
       *[other] Se preguntó demasiadas veces al Hub de Hugging Face (429). Vuelve a intentarlo en { NUMBER($minutes, useGrouping: 0) } minutos; aquí no se ha perdido nada.
    }
hub-in-trouble = El Hub de Hugging Face tiene problemas propios ({ NUMBER($status, useGrouping: 0) }). Vuelve a intentarlo con { $what } en unos minutos; aquí no se ha perdido nada.
hub-not-found = No existe { $what } en el Hub de Hugging Face, o es privado. Comprueba el nombre; si es privado, { hub-log-in } con una cuenta que pueda leerlo y vuelve a intentarlo.
hub-name-taken = El nombre { $what } ya lo ocupa otra cosa en el Hub de Hugging Face (409). Elige otro nombre y vuelve a intentarlo.
hub-refused = El Hub de Hugging Face rechazó { $what } ({ NUMBER($status, useGrouping: 0) }). Cámbialo y vuelve a intentarlo.
hub-refused-saying = El Hub de Hugging Face rechazó { $what } ({ NUMBER($status, useGrouping: 0) }: { $answer }). Cámbialo y vuelve a intentarlo.
hub-no-name = «{ $given }» no es un nombre del Hub de Hugging Face. Da owner/name, por ejemplo anna/dumpling-lora, o la dirección de su página.
hub-name-not-possible = «{ $name }» no puede ser un nombre en el Hub; sirven letras a-z, cifras, '-', '_' y '.', hasta 96, por ejemplo dumpling-lora.
hub-owner-not-own = El token que hay aquí es de { $name } y no puede publicar como { $owner }; sirven: { $fine }.
hub-address-elsewhere = «{ $address }» es una dirección de otro sitio. Los LoRA vienen del Hub de Hugging Face: da owner/name o la dirección de su página allí.
hub-whole-model = { $repository } es un modelo completo y no un LoRA. Puede ser un modelo base: elígelo como tal, o da aquí otro repositorio.
hub-several-files = { $repository } contiene { NUMBER($count, useGrouping: 0) } archivos: { $files }. Di cuál, por ejemplo { $repository }/{ $first }.
hub-file-not-there = { $repository } no tiene ningún archivo { $file }; tiene: { $there }.
hub-nothing-there = ningún archivo .safetensors
hub-file-no-safetensors = { $file } no es un archivo .safetensors; solo se incorporan archivos de ese tipo.
hub-file-pickle = { $file } es un pickle, que nunca se abre porque puede ejecutar programas. Solo se incorporan archivos .safetensors: da otro archivo o repositorio.
hub-repository-pickle = Lo que contiene { $repository } es un pickle, que nunca se abre porque puede ejecutar programas. Solo se incorporan archivos .safetensors: da otro archivo o repositorio.
hub-repository-without-lora = { $repository } no contiene ningún archivo .safetensors, así que no hay ningún LoRA que incorporar. Da otro.
hub-file-damaged = { $file } llegó dañado y se eliminó. Vuelve a intentarlo; si ocurre otra vez, comprueba la conexión y el disco.
hub-file-without-room = { $file } necesita { $needed } GB en el disco y hay { $free } GB libres. Libera espacio y vuelve a intentarlo.
hub-part-damaged = { $file } de { $title } llegó dañado y se eliminó. Vuelve a intentarlo; si ocurre otra vez, comprueba la conexión y el disco.
hub-cache-without-room = { $title } necesita { $needed } GB en el disco de { $folder } y hay { $free } GB libres. Libera espacio, o define HF_HOME con una carpeta de un disco más grande, y vuelve a intentarlo.
hub-helper-gone = { $repository } en el Hub ya no tiene { $file }. Elige un muestreador que no necesite un LoRA ayudante, por ejemplo DPM++ 2M AYS.
hub-no-diffusers-model = { $repository } en el Hub no tiene model_index.json, así que no es un modelo de diffusers. Elige un repositorio con la forma de diffusers, o descarga su archivo .safetensors y da ese.
hub-no-safetensors = { $repository } en el Hub no tiene pesos .safetensors para su «{ $folder }». Los pickles nunca se abren, porque pueden ejecutar programas; elige un repositorio que tenga archivos .safetensors.
base-model-gated = { $repository } requiere aceptar una licencia. Abre https://huggingface.co/{ $repository } en un navegador, acepta allí la licencia, { hub-log-in } y vuelve a intentarlo.
base-model-not-on-hub = No existe el modelo «{ $repository }» en el Hub de Hugging Face, o es privado. Comprueba el nombre; si es privado, { hub-log-in } y vuelve a intentarlo.
base-model-not-let-go =
    El Hub de Hugging Face no entregó { $title } ({ NUMBER($status, useGrouping: 0) }).{ $kept ->
        [some] { " " }Aquí hay { $done } de { $total } GB y se quedan; el próximo intento sigue desde ahí.
       *[none] { "" }
    } Inicia sesión en este equipo con '.venv/bin/hf auth login', con una cuenta que pueda leerlo, y vuelve a intentarlo.
base-model-answered =
    El Hub de Hugging Face respondió { NUMBER($status, useGrouping: 0) } cuando se le pidió { $title }.{ $kept ->
        [some] { " " }Aquí hay { $done } de { $total } GB y se quedan; el próximo intento sigue desde ahí.
       *[none] { "" }
    } Vuelve a intentarlo en unos minutos.
base-model-not-downloaded =
    Primero hay que descargar { $title }, y no se puede llegar al Hub de Hugging Face ({ $type }).{ $kept ->
        [some] { " " }Aquí hay { $done } de { $total } GB y se quedan; el próximo intento sigue desde ahí.
       *[none] { "" }
    } Comprueba la conexión a internet y vuelve a intentarlo; el modelo de bolsillo no necesita descarga.
repository-taken = { $place } en el Hub contiene { $what }. Elige otro nombre, o di que se puede sustituir; allí no se cambió nada.
holding-something-else = algo que Cuddle no publicó ({ $file })
holding-another-subject = otro personaje, { $name }
holding-a-subject = un personaje que se publicó antes
publish-file-missing = { $name } no tiene archivo { $format }; para publicar, repite la lección.
publish-files-missing = Para publicar { $name } hacen falta sus dos archivos LoRA.
publish-under-way = { $place } ya se está publicando; espera a que termine o cancélalo primero.
publish-picture-not-offered = La imagen «{ $id }» no se puede publicar con { $name }. Sirven las imágenes que muestran solo a { $name } y partieron de palabras, y también los dibujos de la lección.
publish-too-many-pictures = Elegiste { NUMBER($count, useGrouping: 0) } imágenes; en el Hub se muestran hasta { NUMBER($most, useGrouping: 0) }.
publish-file-not-made = El archivo «{ $file }» no lo hizo Cuddle; solo se pueden publicar los suyos.
publish-picture-gone = La imagen { $file } ya no está; elige otras para publicar.
publish-picture-not-read = No se puede leer la imagen { $file }; elige otras para publicar.
publish-lora-gone = El archivo LoRA { $file } de { $name } ya no está; publica { $name } de nuevo.
publish-name-no-model = El nombre { $repository } lo ocupa en el Hub algo que no es un modelo. Elige otro nombre y vuelve a intentarlo.
publish-not-whole = { $file } no llegó entero a { $repository }. Inténtalo otra vez; lo que ya está allí no se envía de nuevo.
the-worker = El proceso de trabajo
worker-of-several = El proceso de trabajo { NUMBER($number, useGrouping: 0) } de { NUMBER($count, useGrouping: 0) }
worker-not-looked-after = { $worker } no se pudo atender: { $error }
worker-ended = { $worker } terminó.
worker-ended-with-code = { $worker } terminó con el código { NUMBER($code, useGrouping: 0) } (worker.log, en la carpeta de datos, dice más).
worker-silent = { $worker } dejó de responder.
worker-starts-again = { $why } Vuelve a arrancar en { NUMBER($seconds, useGrouping: 0) } s; las tareas continúan por sí solas.
worker-not-registered = El proceso de trabajo «{ $id }» no está registrado; regístralo primero.
worker-given-up = La página ya no cuenta con este proceso de trabajo; lo que estaba haciendo continúa en otro sitio.
worker-given-up-for-now = La página ya no cuenta con este proceso de trabajo, porque hace tiempo que no se supo de él o porque la página tiene ahora otra carpeta de datos. Volverá por sí solo cuando no tenga nada entre manos.
worker-not-understood = No se puede leer lo que dice el proceso de trabajo { $worker } ({ $type }: { $error }). Las dos máquinas necesitan la misma versión de Cuddle.
workers-too-many = --workers es { NUMBER($workers, useGrouping: 0) }, pero cada proceso de trabajo necesita su propia tarjeta gráfica, y hay { NUMBER($cards, useGrouping: 0) }. Elige de 1 a { NUMBER($cards, useGrouping: 0) } o prescinde de --workers.
shared-folder-without-worker = No hay ningún proceso de trabajo en la carpeta compartida { $folder }. En la máquina que va a trabajar, ejecuta python -m worker --shared-folder con esa carpeta.
shared-folder-no-digest = «{ $name }» en la carpeta compartida no es un SHA-256; algo más escribe ahí.
page-says-unknown = La página dice «{ $what }», y esta versión de Cuddle no lo conoce.
job-taken-from-worker = A este proceso de trabajo se le retiró la tarea { $id }; deja de trabajar en ella.
data-folder-path-too-long = La ruta de la carpeta de datos es demasiado larga: con { $name } ocupa { NUMBER($bytes, useGrouping: 0) } bytes, y SQLite abre archivos de hasta { NUMBER($most, useGrouping: 0) }. Elige una más corta con --data-folder.
data-folder-not-removed = La propia carpeta de datos nunca se elimina; elimina un archivo o una carpeta que esté dentro.
file-outside-folder = «{ $file }» está fuera de la carpeta de datos { $folder }; solo se usan archivos de dentro.
file-name-not-plain = «{ $name }» no puede ser el nombre de un archivo; usa letras a-z, cifras, '_', '.' y '-'.
a-file = Un archivo
database-migrating-elsewhere = Otro Cuddle lleva más de { NUMBER($seconds, useGrouping: 0) } segundos poniendo al día { $path }. Cierra el otro y vuelve a arrancar.
database-of-another-program = { $path } es una base de datos, pero no de Cuddle. Elige otra carpeta de datos con --data-folder o mueve ese archivo a otro sitio.
database-newer = { $path } lo escribió un Cuddle más nuevo (su versión es «{ $version }»). Arranca ese Cuddle más nuevo o elige otra carpeta de datos con --data-folder; no se cambió nada.
database-not-writable = No se puede escribir en { $path }. Date permiso de escritura en el archivo y su carpeta, o elige otra carpeta de datos con --data-folder.
database-not-opened = No se puede abrir { $path }. Date permiso de lectura y escritura en el archivo y su carpeta, o elige otra carpeta de datos con --data-folder.
database-no-database = { $path } no es una base de datos, o está dañado. Muévelo a otro sitio y vuelve a arrancar, o elige otra carpeta de datos con --data-folder.
database-damaged = { $path } está dañado. Pon en su sitio una copia anterior, o muévelo a otra parte y vuelve a arrancar; las fotos, los archivos LoRA y las imágenes están a su lado y no se tocan.
database-in-use = Otro programa tuvo ocupado { $path } durante { NUMBER($seconds, useGrouping: 0) } segundos. Cierra los programas que lo tengan abierto y vuelve a intentarlo.
database-disk-error = El disco con { $path } dio un error. Comprueba que esté conectado y tenga espacio libre, y vuelve a arrancar.
picture-not-found = No existe la imagen «{ $id }» (o ya no existe); el Álbum muestra las que hay.
subject-not-found = No existe ningún personaje llamado «{ $name }» (o ya no existe); elige uno de los enseñados.
subject-name-taken = Ya existe un personaje llamado «{ $name }»; elige otro nombre o elimina ese.
trigger-word-taken = La palabra de activación «{ $word }» ya pertenece a { $name }; elige otra.
lesson-without-photos = Esta lección no tiene fotos; da al menos 3.
photo-learned-and-aside = La foto { $photo } está a la vez en la lección y apartada; elige una de las dos cosas.
caption-without-photo = Hay una descripción para { $name }, pero esa foto no está en esta lección.
place-not-a-box = El lugar de { $name } es { $box }; da left, top, right, bottom entre 0 y 1, left menor que right y top menor que bottom.
subjects-too-many = Elegiste { NUMBER($count, useGrouping: 0) } personajes; en una imagen caben hasta { NUMBER($most, useGrouping: 0) }.
subjects-not-possible = El número de personajes de esta imagen es { NUMBER($count, useGrouping: 0) }; sirven de 1 a { NUMBER($most, useGrouping: 0) }.
larger-version-too-large = La versión más grande tendría { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } píxeles; sirven hasta { NUMBER($most, useGrouping: 0) } por lado. Elige un tamaño más pequeño o menos veces.
grid-of-several-seeds = Una cuadrícula muestra una sola semilla y se piden { NUMBER($count, useGrouping: 0) } imágenes; pide 1.
trigger-word-not-plain = La palabra de activación es «{ $word }»; usa de 1 a 40 caracteres de a-z y 0-9.
stored-values-unknown = Un { $type } guardado contiene { $names }; este contiene { $found }.
resolution-not-multiple = La resolución es { NUMBER($resolution, useGrouping: 0) }; elige un múltiplo de 8, por ejemplo 256 o 1024.
recipe-values-unknown = Una receta contiene { $names }; esta contiene { $found }.
option-unknown = No existe la opción «{ $option }»; las opciones son: { $options }.
steps-contradict-samples =
    { $counted ->
        [checkpoint_every_samples] Los pasos entre checkpoints son { NUMBER($steps, useGrouping: 0) } y las muestras entre checkpoints son { NUMBER($samples, useGrouping: 0) }
        [sample_every_samples] Los pasos entre imágenes de prueba son { NUMBER($steps, useGrouping: 0) } y las muestras entre imágenes de prueba son { NUMBER($samples, useGrouping: 0) }
       *[samples] Los pasos son { NUMBER($steps, useGrouping: 0) } y las muestras son { NUMBER($samples, useGrouping: 0) }
    }, pero con un tamaño de lote de { NUMBER($batch_size, useGrouping: 0) }, en { NUMBER($steps, useGrouping: 0) } pasos se ven { NUMBER($seen, useGrouping: 0) } muestras. Da solo uno de los dos.

## ---- Jobs: what they say while they run, and how they fail

job-state-queued = en cola
job-state-running = en marcha
job-state-paused = en pausa
job-state-done = terminada
job-state-failed = fallida
job-state-cancelled = cancelada
job-state-interrupted = interrumpida
job-cannot-become = El estado de esta tarea es «{ $state }»; no puede pasar a «{ $other }». Recarga la página para ver cómo va.
job-not-found = No existe la tarea «{ $id }»; la cola muestra las que hay.
job-not-running = El estado de la tarea { $id } es «{ $state }»; solo avanza una tarea en marcha. Deja de trabajar en ella.
job-not-paused = El estado de esta tarea es «{ $state }»; solo puede continuar una que está en pausa.
job-not-waiting = El estado de esta tarea es «{ $state }»; solo se puede mover una que espera en la cola.
job-not-failed = El estado de esta tarea es «{ $state }»; solo se puede reintentar una que falló o se canceló.
job-position-too-small = La posición es { NUMBER($position, useGrouping: 0) }; el primer lugar de la cola es el 1.
job-no-lesson-to-finish = Solo una lección se puede terminar antes de tiempo; cancela esta tarea.
job-about-to-be-cancelled = Esta tarea ya se está cancelando.
job-over =
    El estado de esta tarea ya es «{ $state }»; solo una tarea que espera o está en marcha se puede { $command ->
        [pause] pausar
        [finish] terminar antes de tiempo
       *[cancel] cancelar
    }.
lesson-without-step = Esta lección aún no ha dado ningún paso, así que no hay nada que guardar. Espera unos pasos o cancélala.
lesson-subject-deleted = Se eliminó el personaje de esta lección, y sus fotos con él. Enséñalo de nuevo.
lesson-photos-gone = Las fotos de esta lección ya no están. Enseña de nuevo el personaje con sus fotos.
downloading = Descargando { $what }: { $done } de { $total } { $unit }
uploading = Subiendo a { $what }: { $done } de { $total } { $unit }
getting-ready = Preparando.
loading-base-model = Cargando el modelo base.
lesson-looking = Mirando las fotos.
lesson-picture-in-between = Haciendo una imagen entre medias.
lesson-class-pictures = Haciendo imágenes de la clase «{ $kind }»: { NUMBER($made, useGrouping: 0) } de { NUMBER($count, useGrouping: 0) }.
lesson-too-slow = Los pasos se han vuelto diez veces más lentos, como ocurre cuando la memoria de la tarjeta gráfica está llena: cierra otros programas que la usen.
plan-fast =
    { $rows ->
        [one] Una foto cada vez
       *[other] { NUMBER($rows, useGrouping: 0) } fotos a la vez
    }: eso necesita { NUMBER($needed, useGrouping: 0) } de los { NUMBER($free, useGrouping: 0) } GB libres en la tarjeta gráfica.
plan-partly-twice =
    { $rows ->
        [one] Una foto cada vez
       *[other] { NUMBER($rows, useGrouping: 0) } fotos a la vez
    } y una parte de cada paso calculada dos veces: eso necesita { NUMBER($needed, useGrouping: 0) } de los { NUMBER($free, useGrouping: 0) } GB libres en la tarjeta gráfica.
plan-twice =
    { $rows ->
        [one] Una foto cada vez
       *[other] { NUMBER($rows, useGrouping: 0) } fotos a la vez
    } y cada paso calculado dos veces: eso necesita { NUMBER($needed, useGrouping: 0) } de los { NUMBER($free, useGrouping: 0) } GB libres en la tarjeta gráfica.
comparing-with-photos = Comparando con las fotos.
all-found = Se ha encontrado a { $names }.
all-found-in-pictures =
    { $pictures ->
        [one] Se ha encontrado a { $names } en la imagen.
       *[other] Se ha encontrado a { $names } en las { NUMBER($pictures, useGrouping: 0) } imágenes.
    }
found-in-one = { $parts }.
some-found =
    { $count ->
        [one] { $names } aparece
       *[other] { $names } aparecen
    }
not-clearly-seen =
    { $count ->
        [one] { $names } no se ve con claridad, prueba otra semilla
       *[other] { $names } no se ven con claridad, prueba otra semilla
    }
try-another-seed = { $seen }. Prueba otra semilla.
not-clearly-seen-in =
    { $place ->
        [first] En
       *[later] en
    } la imagen { NUMBER($picture, useGrouping: 0) } { $names } no se { $count ->
        [one] ve
       *[other] ven
    } con claridad
little-like =
    { $count ->
        [one] { $names } se parece poco a sus fotos, prueba otra semilla.
       *[other] { $names } se parecen poco a sus fotos, prueba otra semilla.
    }
little-like-in =
    { $count ->
        [one] Se parece poco a sus fotos: { $each }.
       *[other] Se parecen poco a sus fotos: { $each }.
    }
name-in-pictures = { $name } en la imagen { $pictures }
summed-because = Se hizo como suma simple: que cada personaje sea él mismo aún no es compatible con { $what }.
obstacle-base-model = el modelo base { $title }
obstacle-subjects = más de { NUMBER($most, useGrouping: 0) } personajes
obstacle-start = una imagen de partida
obstacle-sampler = el muestreador { $sampler }
obstacle-text-layers = el LoRA de { $name }, que también cambia cómo se leen las palabras
obstacle-weight = un peso en { $name } que no incluye su clase
larger-adds-everywhere = La segunda pasada de la versión más grande añade los personajes por todas partes.
import-embeddings-left-out = El archivo contiene también { NUMBER($count, useGrouping: 0) } embeddings ({ $first } …), que se dejan fuera; el LoRA está completo sin ellos.
import-own-words = El archivo se enseñó con las palabras «{ $words }»; escríbelas también en tus prompts.
job-cancelled = Se canceló.
job-failed = No funcionó, y nadie dijo por qué. Inténtalo otra vez.
message-of-another-version = Otra versión de Cuddle anotó lo que pasó aquí ({ $key }), y esta no tiene palabras para ello.
job-stopped-unexpectedly = Algo inesperado detuvo esta tarea ({ $type }: { $error }). Sus fotos y ajustes se conservan: reinténtalo; si se detiene otra vez, «{ job-log }», en «{ activity }», muestra dónde.
job-stopped-in-vain = El proceso de trabajo se detuvo { NUMBER($times, useGrouping: 0) } veces en esta tarea sin avanzar. Sus fotos y ajustes se conservan: reinténtalo, con un tamaño o un lote más pequeño si faltaba memoria; worker.log en la carpeta de datos dice más.
memory-too-small = No hubo memoria suficiente para esto. Cierra otros programas que usen la tarjeta gráfica o la memoria, o elige un tamaño o un lote más pequeño, y vuelve a intentarlo.
lesson-photo-gone = La foto { $photo } de esta lección ya no está. De fotos eliminadas no se puede aprender: enseña de nuevo el personaje con sus fotos.
lesson-photo-not-read = La foto { $photo } de esta lección ya no se puede leer. Enseña de nuevo el personaje con sus fotos.
lesson-numbers-ran-away = Los números de la lección se dispararon en el paso { NUMBER($step, useGrouping: 0) }. Sus fotos y ajustes se conservan: reinténtalo con una tasa de aprendizaje más pequeña, por ejemplo la mitad.
lesson-subject-gone = Entretanto se eliminó { $name }, así que no hay a quién enseñar. Empieza una lección nueva.
picture-subject-deleted = Entretanto se eliminó { $name }, así que esta imagen no se puede hacer. Deja fuera ese personaje o enséñalo de nuevo.
picture-subject-not-ready = Cuddle aún no conoce a { $name }; espera a que termine la lección o deja fuera ese personaje.
start-picture-gone = La imagen de partida ya no está. Elígela otra vez o empieza sin ella.

## Home, the drawer of what goes on, and the lesson's story

activity = Actividad
close-activity = Cerrar
pill-left = { $name }, { $time }
pill-and-more = { $first } y { NUMBER($count, useGrouping: 0) } más
pill-waiting = { NUMBER($count, useGrouping: 0) } en espera
pill-failed =
    { $count ->
        [one] Algo falló
       *[other] { NUMBER($count, useGrouping: 0) } cosas fallaron
    }
pill-pictures =
    { $count ->
        [one] Una imagen
       *[other] { NUMBER($count, useGrouping: 0) } imágenes
    }
tell-me = Avisarme cuando algo termine
tell-me-on = Recibirás un aviso cuando algo termine, también con esta página en segundo plano.
welcome = Con unas pocas fotos, enséñale a Cuddle cómo son quienes más quieres; después, reúnelos en una imagen.
welcome-alt = Un gato naranja atigrado y una mujer pelirroja, juntos en una playa.
welcome-start = Empezar con mis fotos
welcome-try = Probar con { $first } y { $second }
welcome-help = Las fotos se quedan en el equipo donde funciona Cuddle.
home-make = Crear una imagen
home-make-one = { $name } ya puede salir en una imagen.
home-make-two = Quienes ya estén listos aquí abajo pueden salir juntos en una imagen.
newest-pictures = Imágenes más recientes
all-pictures = Todas las imágenes
make-first = Crear la primera imagen
first-ideas = Ideas para empezar
details = Detalles
story-photo = { $name } en una foto
story-drawing = Así dibuja Cuddle a { $name } por ahora
story-left = Listo en aprox. { $time }.
story-left-little = Listo en menos de un minuto.
teach-close = Volver a Inicio
samples-not-there = Los personajes de muestra no están en esta copia de Cuddle; empieza con tus propias fotos.

## The form of Make

make-nobody-yet = Todavía no has enseñado a nadie. Ya puedes crear imágenes de lo que quieras; presenta a alguien para que salga en ellas.
teach-another = Presentar a alguien
make-prompt-help = En una frase, con sus nombres. (prompt)
make-button = Crear imágenes
expert = Experto
field-style = El estilo
field-press = La marca de la pulsación
style-added = El estilo añade: { $words }
press-known = Acabas de pedir exactamente lo mismo, así que no se ha puesto dos veces en la cola. Pulsa otra vez si quieres más.
quality-label = ¿Con qué calidad?
quality-draft = Boceto
quality-draft-help = Un vistazo rápido
quality-good = Buena
quality-good-help = Va bien para casi todas
quality-best = Máxima
quality-best-help = Detalles más finos, tarda más
quality-own = Ninguna de ellas: el muestreador, los pasos o la guía se ajustaron en Experto.
quality-seconds = aprox. { $seconds } s
quality-minutes = aprox. { $minutes } min
shape-label = ¿Con qué forma?
shape-square = Cuadrada
shape-tall = Vertical
shape-wide = Horizontal
shape-own = En Experto se puso otro tamaño: { $size }.
style-label = ¿En qué estilo?
style-none = Tal cual
style-none-help = No se añaden palabras
style-photo = Foto
style-film = Analógico
style-watercolour = Acuarela
style-storybook = Cuento
style-pencil = Lápiz
style-clay = Plastilina
style-oil = Óleo
style-other = Otras palabras
style-own = Guardar un estilo propio
style-name = Su nombre
style-name-example = Álbum de la abuela
style-words = Las palabras que añade
style-words-example = faded colour photograph, white border, 1970s
style-save = Guardarlo
style-empty = Un estilo necesita un nombre y palabras.
style-full = Hay sitio para 40 estilos propios; elimina uno primero.
style-forget = Eliminar el estilo { $name }
examples-title = Ideas para la frase
examples-surprise = Sorpréndeme
examples-back = Volver a mis palabras
examples-filled = Texto puesto: { $sentence }
example-nobody = un gato
example-in-style = { $sentence } al estilo de { $style }
example-windowsill = { $who } durmiendo en el alféizar de una ventana soleada
example-cardboard-box = { $who } asomando por una caja de cartón
example-bookshop = { $who } entre los estantes de una vieja librería
example-butterfly = { $who } mirando una mariposa en un jardín
example-low-tide = { $who } corriendo por la playa con marea baja
example-leaves = { $who } saltando entre hojas de otoño
example-stream = { $who } chapoteando en un arroyo de montaña
example-car-window = { $who } con la cabeza por la ventanilla del coche, pelo al viento
example-wildflowers = { $who } en un prado de flores silvestres
example-blanket = { $who } bajo una manta de lana
example-cafe = { $who } riendo en un pequeño café, lluvia fuera
example-summit = { $who } en la cima de una montaña al amanecer
example-flower-market = { $who } en un mercado de flores en primavera
example-bicycle = { $who } en bicicleta por un casco antiguo
example-baking = { $who } horneando pan en una cocina luminosa
example-umbrella = { $who } bajo un paraguas rojo en una calle lluviosa
example-tea-party = { $who } tomando el té en una manta de pícnic
example-astronaut = { $who } en la Luna, la Tierra en el cielo
example-wooden-table = { $who } sobre una mesa de madera junto a una ventana
example-shop-window = { $who } en un escaparate al anochecer
example-sand = { $who } con medio cuerpo bajo la arena de una playa tranquila
example-moss = { $who } sobre el musgo en un bosque profundo
example-red-sofa = { $who } lado a lado en un sofá rojo
example-picnic = { $who } de pícnic en el parque
example-rowing-boat = { $who } en una barca de remos en un lago en calma
example-cherry-tree = { $who } en compañía bajo un cerezo en flor
example-sunset = { $who } en la playa al atardecer
example-snowfall = { $who } bajo una nevada suave
example-balloon = { $who } en un globo aerostático sobre las nubes
example-autumn-forest = { $who } en un bosque dorado de otoño
example-train = { $who } en la ventanilla de un tren nocturno
example-campfire = { $who } junto a una hoguera bajo las estrellas
example-library = { $who } en una majestuosa biblioteca antigua
example-lantern-street = { $who } en una calle llena de farolillos de papel
example-lavender = { $who } en un campo de lavanda
example-harbour = { $who } en un pequeño puerto pesquero
example-drawn-lying-room = { $who } en posición tumbada en el salón
example-drawn-sitting-kitchen = { $who } en posición sentada en la cocina
example-drawn-waving-beach = { $who } saludando en la playa
example-drawn-hat-snow = { $who } con un gorro rojo en la nieve
example-drawn-beach = { $who } en la playa
example-drawn-snow = { $who } en la nieve
example-drawn-forest = { $who } en el bosque
example-drawn-city = { $who } en una calle de la ciudad
example-drawn-room = { $who } en el salón
example-drawn-meadow = { $who } en un prado
example-drawn-desert = { $who } en el desierto
example-drawn-night = { $who } de noche
example-drawn-kitchen = { $who } en la cocina
example-drawn-lake = { $who } junto al lago

## Languages

language-label = Idioma

## A part of a picture drawn again

part-not-one = Indica qué parte de la imagen se dibuja de nuevo, o bien con una máscara o bien con un recuadro.
part-missing = Indica qué parte de la imagen se dibuja de nuevo: con una máscara, con un recuadro o con un personaje cuyo lugar en ella se conozca.
part-not-a-box = Una parte de una imagen se indica con izquierda, arriba, derecha y abajo, de 0 a 1, y no con { $box }.
part-and-start = Una imagen se hace a partir de otra, o bien se dibuja de nuevo una parte de otra. Elige una de las dos cosas.
part-of-absent = «{ $name }» no sale en esta imagen, así que no se puede dibujar de nuevo en ella. Elige primero ese personaje para la imagen.
mask-empty = En esta máscara no hay nada marcado. Pinta sobre la parte que se debe dibujar de nuevo.
given-inpaint = La parte que se dibuja de nuevo
field-inpaint-strength = Cuánto puede cambiar la parte
field-place-x = A qué distancia de la izquierda
field-place-y = A qué distancia de arriba
comfy-whole-picture = Allí cambia toda la imagen; aquí se dibujó de nuevo una parte y el resto se quedó igual.
found-part = Es una imagen de la que se dibujó de nuevo una parte. Se toman sus palabras y números; la parte, no.
fact-part = Se dibujó de nuevo
fact-part-of = una parte de otra imagen, que puede cambiar { $strength }
fact-part-who = { $names } en otra imagen, donde una parte puede cambiar { $strength }
part-picture-gone = La imagen de la que se iba a dibujar de nuevo una parte ya no está. Elígela otra vez.

## Photos: what is seen in them, and mended on the page

photo-badge-sideways = tumbada
photo-badge-faces = varias caras
photo-is-sideways = La foto { $photo } parece tumbada; puesta derecha enseña más.
photos-are-sideways = Las fotos { $photos } parecen tumbadas; puestas derechas enseñan más.
photo-is-faces = La foto { $photo } muestra más de una cara; recórtala y deja solo a quien enseñas, o déjala fuera.
photos-are-faces = Las fotos { $photos } muestran más de una cara; recórtalas y deja solo a quien enseñas, o déjalas fuera.
photos-few =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } foto basta para empezar; { NUMBER($good, useGrouping: 0) } o más desde distintos lados enseñan más.
       *[other] { NUMBER($count, useGrouping: 0) } fotos bastan para empezar; { NUMBER($good, useGrouping: 0) } o más desde distintos lados enseñan más.
    }
photos-one-background = Todas las fotos tienen casi el mismo fondo, y podría aprenderse como parte de lo que enseñas; añade algunas hechas en otros lugares.
photos-no-close-up = Ninguna foto muestra la cara de cerca; añade un primer plano o recorta una foto para que quede solo la cara.
field-quarter-turns = El número de cuartos de vuelta
field-is-removed = Si una foto se deja fuera
field-crop = Un borde de un recorte
photo-edit-unreadable = Un cambio de una foto es { $value }; da su quarter_turns, crop e is_removed, por ejemplo { "{" }'quarter_turns': 1{ "}" }.
photo-edits-unreadable = Los cambios son { $value }; dalos por nombre de archivo, por ejemplo { "{" }'cat1.jpg': { "{" }'quarter_turns': 1{ "}" }{ "}" }.
photo-edit-of-no-photo = Hay un cambio para { $photo }, pero no existe esa foto; da los cambios por los nombres de las fotos.
photo-crop-unreadable = Un recorte es { $value }; da sus bordes left, top, right y bottom, cada uno de 0 a 1.
photo-crop-too-narrow = Un recorte conserva demasiado poco de su foto; deja al menos el { $least } % de cada lado.
photo-cropped-too-small = Lo que queda de { $photo } tiene { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } píxeles; hacen falta al menos { NUMBER($least, useGrouping: 0) } en cada lado. Recórtala menos.
photo-left-out = { $name } queda fuera de la lección
photo-turn = Girar
photo-crop = Recortar
photo-remove = Quitar
photo-undo = Deshacer
photo-turn-upright = Poner derecha
photo-turn-spoken = Girar la foto { $number } un cuarto de vuelta a la derecha ({ $name })
photo-crop-spoken = Recortar la foto { $number } ({ $name })
photo-remove-spoken = Quitar la foto { $number } ({ $name })
photo-undo-spoken = Deshacer el último cambio de { $name }
photo-turn-upright-spoken = Poner derecha la foto { $number } ({ $name })
photo-turned = Se giró { $name }.
photo-cropped = Se recortó { $name }.
photo-removed = { $name } queda fuera.
photo-undone = Se deshizo el último cambio de { $name }.
crop-title = Recortar la foto { $number }
crop-help = Dibuja un marco alrededor de lo que quieras conservar, o mueve sus bordes abajo. La foto en sí no cambia, así que esto se puede deshacer.
crop-frame = Lo que se conserva. Las flechas lo mueven y, con Mayús, lo agrandan o lo reducen.
crop-keep = Conservar esta parte
crop-cancel = Cancelar
crop-left = Borde izquierdo
crop-top = Borde superior
crop-right = Borde derecho
crop-bottom = Borde inferior

## Album and opened pictures

album-day = Día
album-any-day = Cualquier día
album-people = Quién sale en la imagen
album-which = Qué imágenes
album-starred = ★ Con estrella
album-with-star = Con estrella
album-star = Estrella
album-bin = Papelera
album-select = Elegir varias
album-bin-help = Las imágenes se quedan { NUMBER($days, useGrouping: 0) } días en la papelera; después se eliminan para siempre.
album-empty-bin = Vaciar la papelera
album-empty-bin-sure = ¿Eliminar para siempre todo lo que hay en la papelera?
album-bin-emptied = La papelera ha quedado vacía.
album-bin-is-empty = La papelera está vacía.
album-choose-one = Elegir: { $title }
album-chosen = Elegidas: { $count }
album-chosen-label = Qué hacer con las imágenes elegidas
album-shown = Imágenes: { $count }
album-choose-all = Elegir todas las visibles
album-download = Descargar zip
album-compare = Comparar
album-restore = Restaurar
album-for-good = Eliminar para siempre
album-for-good-sure = ¿Eliminar para siempre las imágenes elegidas ({ $count })?
album-done = Listo
album-undo = Deshacer
album-packing = Se están reuniendo las imágenes en un zip.
album-zoom = Zoom
album-differs = Qué las diferencia
album-all-the-same = Las dos se hicieron con los mismos ajustes.
album-page-unknown = Ese lugar del álbum no existe. Recarga la página.
album-in-bin =
    { $count ->
        [one] La imagen está en la papelera durante { NUMBER($days, useGrouping: 0) } días.
       *[other] { NUMBER($count, useGrouping: 0) } imágenes están en la papelera durante { NUMBER($days, useGrouping: 0) } días.
    }
album-restored =
    { $count ->
        [one] La imagen vuelve a estar en el álbum.
       *[other] { NUMBER($count, useGrouping: 0) } imágenes vuelven a estar en el álbum.
    }
album-deleted =
    { $count ->
        [one] Se eliminó la imagen.
       *[other] Se eliminaron { NUMBER($count, useGrouping: 0) } imágenes.
    }
field-how-many-chosen = El número de imágenes elegidas
field-starred = Si tiene estrella
field-bin = Si se trata de las de la papelera
field-for-good = Si es para siempre
lightbox-title = Imagen abierta
lightbox-previous = Imagen anterior
lightbox-next = Imagen siguiente
lightbox-place = { $number } de { $count }
lightbox-settings = Ajustes
lightbox-copy = Copiar ajustes
lightbox-copied = Se copiaron los ajustes.
lightbox-copy-infotext = Copiar para otros programas
lightbox-copied-infotext = Los ajustes se copiaron como los leen A1111, Forge y Civitai.
results-asked = Pediste:
results-closest = Más parecida
server-away = Cuddle no responde en este momento. Inténtalo otra vez dentro de un momento.

## La cuenta propia, los invitados y las cosas
account-title = Tu cuenta
account-link = Tu cuenta: { $name }
account-close = Cerrar
account-wait = Un momento…
account-stay = Dejarlo como está
account-copy = Copiar
account-copied = Está copiado.
account-you = Tú
account-owner = Has entrado como { $name }. Este Cuddle es tuyo.
account-guest = Has entrado como { $name }, con una invitación de { $owner }.
account-with-hub = Entras con tu cuenta de Hugging Face, { $name }.
account-browsers = { $count ->
    [one] Tienes la sesión abierta en un navegador; último uso: { $moments }.
   *[other] Tienes la sesión abierta en { NUMBER($count, useGrouping: 0) } navegadores; últimos usos: { $moments }.
  }
account-log-out = Cerrar sesión
account-log-out-everywhere = Cerrar todas las sesiones
account-log-out-everywhere-sure = ¿Cerrar la sesión en todos los navegadores, también en este? Los programas con un token tuyo siguen.
account-password = Cambiar la contraseña
account-password-help = Se cierran todas tus sesiones; entras de nuevo con la nueva.
account-password-help-owner = Se cierran todas tus sesiones; entras de nuevo con la nueva. Una contraseña con la que se inició Cuddle sigue valiendo a su lado.
account-password-current = La contraseña que tienes ahora
account-password-new = Una nueva, de 12 caracteres o más
account-password-button = Cambiarla
account-password-changed = Tu contraseña está cambiada. Entra con la nueva.
account-log-in-again = Entrar
guests-title = Invitados
guests-help = Los invitados enseñan y hacen aquí sus propias imágenes. No ven nada tuyo, y tú de lo suyo solo ves cuánto es.
guests-invite = Invitar a alguien
guests-link = Un enlace para una persona
guests-link-help = Envíalo a quien invitas. Sirve una vez, hasta { $until }, y no se muestra de nuevo.
guests-invitations = Invitaciones que nadie ha usado aún
guests-invitation = Hecha { $made }, sirve hasta { $until }
guests-take-back = Retirar
guests-take-back-sure = ¿Retirar esta invitación? Su enlace ya no llevará a ninguna parte.
guests-nobody = Aún no hay invitados.
guests-since = desde { $since }
guests-limits = Límites de { $name }
guests-limits-button = Guardar estos límites
guests-limits-kept = Los límites de { $name } están guardados.
guests-most-waiting-jobs = Tareas en espera a la vez
guests-most-minutes-a-day = Minutos de trabajo al día
guests-most-disk-gb = GB del disco
guests-most-photos = Fotos
guests-remove = Quitar
guests-remove-sure = ¿Quitar a { $name }? La cuenta desaparece enseguida, y todo lo que { $name } tiene aquí se elimina para siempre: fotos, personajes, lecciones e imágenes.
guests-removed = { $name } ya no es de los invitados, y todo lo que { $name } tenía aquí está eliminado.
guests-may-use = Los invitados pueden hacer imágenes de { $name }
guests-may-use-help = Nunca ven las fotos, y no reciben ni el archivo ni la lección.
programs-title = Tus programas
programs-help = Un programa tuyo entra con un token en lugar de tu contraseña. Quien tiene un token puede hacer aquí todo lo que tú puedes.
programs-none = Ningún programa tiene un token.
programs-label = Para qué es el token
programs-make = Crear un token
programs-secret = El token para { $label }
programs-secret-help = Cópialo ahora; no se muestra de nuevo. En Python, gradio_client lo envía así:
programs-unused = Creado { $made }, aún sin usar
programs-used = Creado { $made }, último uso { $used }
programs-revoke = Revocar
programs-revoke-sure = ¿Revocar el token para { $label }? Los programas que lo usan se rechazan desde entonces.
things-title = Tus cosas
things-none = Aquí aún no hay nada.
things-how-much = Tienes aquí { $things }.
things-subjects = { $count ->
    [one] un personaje
   *[other] { NUMBER($count, useGrouping: 0) } personajes
  }
things-photos = { $count ->
    [one] una foto
   *[other] { NUMBER($count, useGrouping: 0) } fotos
  }
things-pictures = { $count ->
    [one] una imagen
   *[other] { NUMBER($count, useGrouping: 0) } imágenes
  }
things-usage = { $size } en el disco · { NUMBER($minutes, useGrouping: 0) } min de trabajo en las últimas 24 horas · { $jobs ->
    [0] ninguna tarea espera
    [one] una tarea espera
   *[other] { NUMBER($jobs, useGrouping: 0) } tareas esperan
  }
things-take = Llevarme todo
things-take-help = Un zip con tus fotos, archivos LoRA e imágenes. Puede tardar unos minutos.
things-taken = Tu navegador guarda ahora el zip con todo.
things-delete = Eliminar todo lo mío
things-delete-help = Fotos, personajes, lecciones e imágenes desaparecen entonces para siempre. Llévatelos antes si puede que los quieras otra vez.
things-delete-account = Tu cuenta aquí desaparece con ellas.
things-type = Escribe «{ $word }» para eliminarlo todo
things-word = eliminar
things-delete-sure = ¿Eliminar todo lo tuyo? No se puede recuperar.
things-delete-button = Eliminar todo
things-typed-wrong = Se escribió '{ $typed }'; para eliminarlo todo, escribe { $word }. No se eliminó nada.
field-label = Para qué es el token
field-token = El identificador del token
field-invitation = El identificador de la invitación
field-guest = El identificador del invitado
field-typed = Lo escrito
field-most = El límite

## Drawing a part again

part-again = Dibujar de nuevo una parte
part-again-back = Volver a la imagen
part-again-which = ¿Qué parte?
part-again-somebody = Alguien
part-again-paint = Pintar encima
part-again-frame = Un marco
part-again-somebody-help = Pulsa sobre quien se deba dibujar de nuevo.
part-again-paint-help = Pinta sobre lo que se debe dibujar de nuevo, con el ratón o con el dedo. Con el teclado, elige un marco.
part-again-frame-help = Arrastra el marco alrededor de lo que se debe dibujar de nuevo, o mueve aquí sus bordes.
part-again-person = Dibujar de nuevo a { $name }
part-again-canvas = La imagen sobre la que se pinta
part-again-brush = Tamaño del pincel
part-again-clear = Borrar todo
part-again-erase = Goma
part-again-frame-keys = Lo que se dibuja de nuevo. Las flechas lo mueven y, con Mayús, lo agrandan o lo reducen.
part-again-prompt = Qué hay ahí
part-again-prompt-help = Vacío: como se describió la imagen entera.
part-again-strength = ¿Cuánto puede cambiar?
part-again-little = Un poco
part-again-clearly = Bastante
part-again-anew = Del todo
part-again-go = Dibujar de nuevo
part-again-nobody = Aún no has elegido a nadie. Pulsa sobre alguien en la imagen.
part-again-nothing = Aún no hay nada pintado. Pinta sobre la parte que se debe dibujar de nuevo.
part-again-damaged = Lo pintado no llegó como PNG de { NUMBER($most, useGrouping: 0) } píxeles como máximo en el lado largo. Recarga la página y pinta otra vez.

# What a guest may take up
limit-name = El límite
limit-waiting-jobs = El número de tareas que esperan a la vez
limit-minutes-a-day = El número de minutos de trabajo al día
limit-disk-gb = El número de GB del disco
limit-photos = El número de fotos
over-waiting-jobs = Ya { $count ->
        [one] espera una tarea tuya
       *[other] esperan { NUMBER($count, useGrouping: 0) } tareas tuyas
    }, y a la vez pueden esperar hasta { NUMBER($most, useGrouping: 0) }; espera a que empiece una o cancela una.
over-minutes-a-day = Has gastado { $count ->
        [one] tu minuto
       *[other] tus { NUMBER($count, useGrouping: 0) } minutos
    } de trabajo de un día; vuelve a intentarlo dentro de { $wait } o pide más a la propietaria.
over-disk = Tus archivos ocupan { $used } de los { NUMBER($most, useGrouping: 0) } GB que te tocan, y esto ya no cabe; elimina imágenes (y vacía la papelera) o personajes, o pide más a la propietaria.
over-photos = Tienes { NUMBER($count, useGrouping: 0) } fotos, y con { NUMBER($new, useGrouping: 0) } más serían más de las { NUMBER($most, useGrouping: 0) } que te tocan; pon menos, elimina un personaje o pide más a la propietaria.
owner-without-limits = La propietaria no tiene límites; elige a un invitado.

# What guests may use, and what is the owner's alone
request-lent = Si los invitados pueden usarlo
subject-not-lent = La propietaria ya no deja que los invitados usen a { $name }, así que esta imagen no se puede hacer; deja fuera ese personaje o pregúntale.
publish-owner-only = Publicar es cosa de la propietaria, porque la cuenta del Hub es suya; descarga en su lugar el archivo LoRA o pregúntale.
base-model-not-for-guests = Un invitado no puede elegir «{ $name }» como modelo base; elige uno de los que están aquí ({ $titles }) o pregunta a la propietaria.

# People and what lets them in
hub-login-not-begun = Ese inicio de sesión no empezó en este navegador, o fue hace demasiado; empieza otra vez.
hub-login-refused = Hugging Face no ha dicho quién eres, porque se rechazó; entra otra vez y permítelo, o usa nombre y contraseña.
hub-login-failed = Hugging Face no ha respondido como debía; inténtalo dentro de un momento, o usa nombre y contraseña.
login-with-hub = Entrar con Hugging Face
invitation-intro = Te han invitado a crear imágenes aquí. Elige cómo quieres llamarte y una contraseña propia.
invitation-password = Una contraseña nueva, de 12 caracteres o más
invitation-button = Entrar
invitation-to-login = Ya tengo cuenta: entrar
upload-not-yours = Ese archivo no lo subiste tú, o ya no está; súbelo otra vez.
account-name-not-fine = El nombre «{ $name }» no sirve; sirven de 1 a { NUMBER($most, useGrouping: 0) } caracteres sin dos puntos.
account-name-taken = Ya hay alguien que se llama { $name }; elige otro nombre.
account-not-found = Esta cuenta ya no existe.
too-many-accounts = Ya hay { NUMBER($most, useGrouping: 0) } cuentas y no caben más; la propietaria puede quitar una.
invitation-not-valid = Esta invitación ya no vale: se usó, se retiró o caducó. Pide otra.
invitation-not-found = Esta invitación ya no existe.
token-not-found = Este token ya no existe.
token-label-not-fine = «{ $label }» no sirve para decir para qué es un token; sirven de 1 a { NUMBER($most, useGrouping: 0) } caracteres.
too-many-tokens = Ya tienes { NUMBER($most, useGrouping: 0) } tokens y no caben más; revoca antes uno.
hub-user-not-invited = { $name } no tiene invitación aquí; pide una a la propietaria y abre primero su enlace.
current-password-wrong = Esa no es tu contraseña actual; no se ha cambiado nada.
owner-only = Eso solo puede hacerlo la propietaria de este Cuddle; pídeselo.
owner-stays = La cuenta de la propietaria se queda; la de un invitado se puede quitar.
password-too-long = La contraseña tiene { NUMBER($length, useGrouping: 0) } caracteres; sirven hasta { NUMBER($most, useGrouping: 0) }.

# Leaving: everything deleted, everything taken along
everything-removed = Borrado: { $subjects ->
    [one] 1 personaje
   *[other] { $subjects } personajes
}, { $photos ->
    [one] 1 foto
   *[other] { $photos } fotos
}, { $pictures ->
    [one] 1 imagen
   *[other] { $pictures } imágenes
} y { $jobs ->
    [one] 1 tarea
   *[other] { $jobs } tareas
}: { $files ->
    [one] 1 archivo
   *[other] { $files } archivos
} con { $size } MB. No queda nada de ello.
everything-removed-but = Borrado: { $subjects ->
    [one] 1 personaje
   *[other] { $subjects } personajes
}, { $photos ->
    [one] 1 foto
   *[other] { $photos } fotos
}, { $pictures ->
    [one] 1 imagen
   *[other] { $pictures } imágenes
} y { $jobs ->
    [one] 1 tarea
   *[other] { $jobs } tareas
}: { $files ->
    [one] 1 archivo
   *[other] { $files } archivos
} con { $size } MB, salvo { $left ->
    [one] 1 carpeta o archivo que otro programa retiene; ciérralo y vuelve a borrarlo todo
   *[other] { $left } carpetas o archivos que otro programa retiene; ciérralo y vuelve a borrarlo todo
}.
everything-readme =
    Esto es todo lo que tenías en Cuddle.

    photos/ – las fotos con las que se enseñó, una carpeta por personaje; un archivo de texto junto a una foto es su descripción
    loras/ – lo aprendido: NAME.safetensors para ComfyUI, A1111, Forge e InvokeAI, NAME_for_diffusers_only.safetensors para diffusers
    samples/ – los dibujos que se hicieron durante las lecciones
    pictures/ – tus imágenes, también las de la papelera, cada una con sus ajustes dentro
    pictures.csv – los ajustes de todas las imágenes en una tabla; pictures.json – lo mismo para programas
    subjects.json – nombre, tipo, palabra de activación y modelo base de cada personaje
    jobs.json – lo que pediste, con todos los números de cada lección
    starts/ – imágenes de las que partieron otras, y máscaras pintadas

    Para volver a tener un personaje en cualquier Cuddle: elige «Ya tengo un LoRA» y da el archivo de loras/, con el nombre y el tipo de subjects.json. Las imágenes se pueden soltar donde se hacen imágenes, y se toman sus ajustes.
everything-readme-missing = Estos archivos ya no estaban cuando se preparó el paquete: { $files }.

# Copies of the database in a mounted bucket
database-restored = La base de datos es la copia del { $made_at }; lo que se cambió después se ha perdido.
database-restored-older = La base de datos es la copia del { $made_at }, porque { $damaged ->
    [one] la copia más reciente está dañada
   *[other] las { $damaged } copias más recientes están dañadas
}; lo que se cambió después se ha perdido.
database-reconciled = Quitado de las listas, porque faltan sus archivos: { $pictures ->
    [one] 1 imagen
   *[other] { $pictures } imágenes
} y lo que { $subjects ->
    [one] había aprendido 1 personaje
   *[other] habían aprendido { $subjects } personajes
}; donde están las fotos, enséñalo de nuevo.
database-copies-damaged = Ninguna de las copias de la base de datos en { $folder } está entera (se miraron { NUMBER($count, useGrouping: 0) }); una vacía ocultaría todo lo que hay. Pon allí una copia entera o aparta esa carpeta para empezar sin nada.
database-not-copied = No se pudo hacer una copia de la base de datos ({ $reason }); se intentará otra vez.

## Cómo funciona

how-it-works = Cómo funciona
how-card = ¿Cómo nace una imagen? Míralo en una de las tuyas, en cinco minutos.
how-this-picture = ¿Cómo se hizo?
how-back = Cerrar
how-intro = Así nació tu imagen, y esto hace cada ajuste con ella. Nada de aquí la cambia, y nada nuevo llega al álbum.
how-intro-sample = Aún no tienes ninguna imagen, así que esta de los ejemplos muestra cómo funciona: «{ $prompt }». Cuando tengas una propia, aquí verás la tuya.
how-nothing = Aún no hay ninguna imagen en la que mostrarlo. Haz la primera en «Crear» y vuelve después.
how-one-thing = Una cosa cada vez
how-one-thing-help = En cada uno de estos apartados cambia una sola cosa. Todo lo demás queda como en tu imagen, también el primer ruido.
how-show = Muéstramelo
how-show-again = Intentarlo de nuevo
how-stop = Parar
how-play = Reproducir
how-working = Se está haciendo
how-denoising = Del ruido a la imagen
how-prompt = Las palabras
how-guidance = La guía
how-sampler = El muestreador
how-seed = La semilla
how-lora = Lo aprendido
how-denoising-help = Una imagen empieza como ruido, como un televisor antiguo sin señal. Paso a paso, el modelo adivina qué puede haber escondido en él y quita un poco de lo que no encaja.
how-prompt-help = Tus palabras tiran de cada suposición hacia ellas. Con otras palabras, el mismo ruido se convierte en otra imagen, a menudo con una disposición parecida.
how-guidance-help = La guía es con cuánta fuerza tiran las palabras. Con poca, la imagen va por su cuenta y puede no mostrar lo que pediste. Con demasiada, los colores se vuelven chillones y las formas rígidas.
how-sampler-help = El muestreador decide cómo de grande es cada paso. Muchos llevan a una imagen parecida. Los que tienen una «a» en el nombre añaden ruido nuevo en cada paso, y por eso acaban en otro sitio.
how-seed-help = La semilla es un número del que sale el primer ruido. El mismo número da el mismo ruido y la misma imagen; cualquier otro da otra imagen de las mismas palabras.
how-lora-help = Lo que las lecciones aprendieron de { $names } es un pequeño archivo junto al modelo, llamado LoRA. Sin él, el modelo lee las palabras, pero nunca ha visto de quién se trata. El parecido dice cuánto de él se usa.
how-lora-help-nobody = Lo que una lección aprende de alguien es un pequeño archivo junto al modelo, llamado LoRA. El parecido dice cuánto de él se usa.
how-has = Lo que tiene
how-guesses = Lo que supone
how-slide = Del ruido a la imagen
how-step = Paso { $step } de { $steps }
how-step-layout = Boceto, paso { $step } de { $steps }
how-step-larger = Versión más grande, paso { $step } de { $steps }
how-step-done = Lista
how-frame-noise = Nada más que ruido. El modelo ya supone algo: colores que van con tus palabras, aún sin formas.
how-frame-start = Empezó con una imagen cubierta de ruido, por eso las grandes formas ya están ahí.
how-frame-part = Solo la parte que se dibujó de nuevo es ruido. Todo lo de alrededor se queda.
how-frame-layout = Cuando hay varios en una imagen, primero viene un boceto rápido. Solo sirve para saber quién estará dónde.
how-frame-again = El boceto se cubre otra vez de ruido. Desde aquí cada cual se dibuja con lo aprendido de él, en su propio lugar.
how-frame-shapes = Primero llegan las grandes formas: qué es suelo, qué es cielo y dónde hay alguien.
how-frame-who = Ahora se ve quién es: colores, pelo, caras, ropa.
how-frame-details = Al final llegan las cosas pequeñas: ojos, bordes, sombras. La suposición ya casi no cambia.
how-frame-larger = Para la versión más grande se pone otra vez algo de ruido sobre la imagen y se quita con detalles más finos.
how-frame-done = No queda ruido. Esta es la imagen.
how-frame-closer = No queda ruido. A quien sale pequeño se le dibujó después una vez más de cerca y se le puso de vuelta. Esta es la imagen.
how-alt-has = La imagen con su ruido: { $step }
how-alt-guesses = Lo que supone el modelo: { $step }
how-same = Se acaba de hacer otra vez con sus ajustes, y es tu imagen hasta el último píxel.
how-nearly-same = Se acaba de hacer otra vez con sus ajustes, y es tu imagen salvo diferencias que nadie ve.
how-not-same = Se acaba de hacer otra vez con sus ajustes, y ya no es del todo tu imagen: algo con lo que se hizo, o en lo que se hizo, ha cambiado desde entonces.
how-other-recipe = Algo con lo que se hizo tu imagen ha cambiado desde entonces, por ejemplo lo aprendido de { $names }. Por eso estas pueden diferir de ella en más de una cosa.
how-other-recipe-nobody = Algo con lo que se hizo tu imagen ha cambiado desde entonces. Por eso estas pueden diferir de ella en más de una cosa.
how-yours = La tuya: { $value }
how-value-prompt = «{ $prompt }»
how-value-lora = parecido { $percent } %
how-value-lora-none = sin ello
how-value-lora-own = con ello
how-changed = El { $percent } % de la imagen se ve distinto
how-unchanged = Se ve igual
how-try = Pruébalo tú
how-try-help = Lleva los ajustes de esta imagen a «Crear» y cambia una sola cosa.
how-no-sheet = Esta es una hoja de varias imágenes. Abre una de ellas en el álbum y pregunta ahí.
how-subjects-gone = { $count ->
        [one] { $names } ya no está, o no está listo. Sin eso no se puede volver a hacer esta imagen.
       *[other] { $names } ya no están, o no están listos. Sin ellos no se puede volver a hacer esta imagen.
    }
how-model-gone = El modelo base de esta imagen ya no está aquí. Sin él no se puede volver a hacer la imagen.
how-no-subject = En esta imagen no está nadie a quien hayas enseñado, así que no hay nada aprendido que quitar.
how-sampler-alone = { $sampler } necesita un LoRA auxiliar propio, así que no se puede cambiar solo el muestreador.
title-explanation = Cómo funciona: { $topic }
field-topic = El tema
explanation-variants = Se pidieron { $count } variantes. «Del ruido a la imagen» no tiene ninguna; cualquier otro tema tiene de 1 a { $most }.
explanation-picture-gone = La imagen de la que se trata ya no está. Elige otra.
explanation-not-made = Esto aún no se ha hecho. Pídelo con /explain_picture y vuelve cuando su trabajo esté hecho.
