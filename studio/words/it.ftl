# Everything that Cuddle says, in Italian.

as-written = { $text }
several-sentences = { $sentences }
and-more = { $items } e { NUMBER($count, useGrouping: 0) } in più
title = Cuddle
tagline = Fagli conoscere chi ami. Poi riunisci tutti in un’unica immagine.
home = Home
make = Crea
album = Album
teach-somebody = Presenta qualcuno

## Jobs strip

nothing-to-do = Niente in corso. Le lezioni e le immagini che avvii compaiono qui, e vanno avanti anche se chiudi la pagina.
no-worker = Il motore di Cuddle si sta avviando. Quello che aspetta qui comincia da solo appena è pronto.
may-close = Puoi chiudere la pagina.
pause = Pausa
resume = Riprendi
finish = Ferma ora e tieni questo
finish-title = Finire qui la lezione di { $name }?
finish-sure = Quello che ha imparato in { NUMBER($step, useGrouping: 0) } passi su { NUMBER($steps, useGrouping: 0) } resta. Dopo non può più continuare; per lasciarla da parte per un po’, scegli Pausa.
stay = Continua
stay-paused = Lascia in pausa
steps-of = { NUMBER($step, useGrouping: 0) } passi su { NUMBER($steps, useGrouping: 0) }
learning = { $time } di apprendimento ({ $of })
cancel = Annulla
cancel-lesson-title = Annullare la lezione di { $name }?
cancel-gives-up = Così perdi { $what }.
cancel-all-lost = Va perso tutto.
cancel-some-lost = “Riprova” potrebbe riprendere dal passo { NUMBER($step, useGrouping: 0) }; quello che è venuto dopo va perso.
cancel-none-lost = “Riprova” potrebbe riprendere da lì.
cancel-keep = Finisci e tieni quel che sa
cancel-lesson = Annulla la lezione
cancel-pictures-title = Smettere di fare questa immagine?
cancel-pictures-loses = Così perdi circa { $time } di lavoro. Le immagini già finite restano.
cancel-pictures = Smetti

## Teach

teach-intro = Dai a Cuddle qualche foto di un gatto, una persona, un giocattolo… e impara che cosa li rende unici. Una lezione per ciascuno.
photos-label = Foto
photos-help = { "*" }*Da 3 a 20 foto** dello stesso soggetto, da solo nell’immagine. Luoghi, luci e pose diversi insegnano di più. JPEG, PNG, WebP, HEIC dell’iPhone, o uno zip che li contiene. Le foto restano sul computer dove gira Cuddle.
looking-who-draws = Cuddle sta guardando se il modello Pocket le sa disegnare.
samples-help = Non hai foto a portata di mano? Usa delle foto di esempio:
name-label = Nome
name-help = Il nome che userai nei tuoi desideri, come Dumpling o Anna.
kind-label = Tipo
kind-help = Che cos’è, in una parola: gatto, cane, donna, uomo, giocattolo… (class noun)
kinds = gatto, cane, donna, uomo, bambina, bambino, neonato, coniglio, uccello, cavallo, orsacchiotto, giocattolo, bambola
taught-as = Imparato come { $type }. Lo puoi cambiare in “Altre impostazioni”.
taught-in-english = Imparato come { $type }, con la parola inglese “{ $noun }”, che i modelli capiscono. Lo puoi cambiare in “Altre impostazioni”.
type-person = una persona
type-pet = un animale
type-object = un oggetto
type-style = uno stile
type-label = Imparato come
type-help = Da questo dipende quanto serve a una lezione. Uno stile è l’aspetto delle immagini, non chi c’è dentro.
type-automatic = Quello che dice il tipo
samples-label = Sguardi alle foto
preset-label = Con quanta cura
kept-aside = tenuta da parte
kept-aside-help =
    { $count ->
        [one] Una è tenuta da parte: la lezione non la vede mai, così poi puoi fare il confronto.
       *[other] { NUMBER($count, useGrouping: 0) } sono tenute da parte: la lezione non le vede mai, così poi puoi fare il confronto.
    }
captions-label = Le foto a parole (captions)
captions-help = Può restare vuoto. Di’ che cosa c’è in una foto oltre al tuo soggetto, perché non venga imparato insieme: [name] dorme su un divano rosso. Vengono presi anche i file di testo uniti alle foto con lo stesso nome (cat1.txt per cat1.jpg).
captions-empty = Quando qui sopra ci saranno delle foto, potrai dire a parole che cosa si vede in ciascuna. Non è obbligatorio.
caption-placeholder = { "[" }name] …
advanced = Altre impostazioni
advanced-help = Non serve toccarle. Un numero lasciato vuoto è quello in grigio, che deriva da tutto quanto sopra.
teach-button = Inizia la lezione
works-with = Qui Cuddle lavora con { $title }. { $description }
consent = Presenta una persona a Cuddle solo se è d’accordo.
your-subjects = Tutta la compagnia
your-photos = Le tue foto
held-out = Tenute da parte per il confronto
draws-so-far = Che cosa disegna finora
draws-help = Ogni volta due disegni dagli stessi punti di partenza, per vedere che cosa cambia con un po’ più di pratica.
drew = Che cosa ha disegnato via via
drew-help = Un passo precedente ti piaceva di più? Scegli { $name } sotto “Tutta la compagnia”, e poi il passo.
earlier-title = Scegli un passo precedente
earlier-help = Più pratica non è sempre meglio: le immagini possono diventare rigide, o copiare una foto. Confronta i disegni con le tue foto e usa il passo che preferisci. Niente va perso: puoi tornare indietro quando vuoi. (checkpoints)
earlier-disk = Quello che si conserva per questo occupa { $size } su disco, e sparisce quando elimini { $name }.
earlier-chosen = Hai scelto { $name } dopo { NUMBER($steps, useGrouping: 0) } passi.
use-this = Usa questo
in-use = in uso
kohya-button = LoRA per ComfyUI, A1111, Forge, InvokeAI
diffusers-button = LoRA solo per diffusers in Python
import-title = Ho già un LoRA
import-help = Un file .safetensors fatto per il modello di base che Cuddle usa qui, da Cuddle, da un altro programma o dall’Hugging Face Hub. Dagli il nome e il tipo con cui è stato imparato.
import-word-label = Parola di attivazione
import-word-help = La parola con cui è stato imparato (trigger word). Può restare vuoto: allora Cuddle la legge dal file, o usa il nome.
import-button = Importa

## Values that no page as it is sends

unread-value = { $what }: { $value } non va bene per questo campo; ricarica la pagina e compilalo di nuovo.
unread-values = Un valore non va bene per il suo campo; ricarica la pagina e compilalo di nuovo.
unread-event = Non si sa che cosa è stato premuto; ricarica la pagina e premi di nuovo.
too-few-values = Valori arrivati: { NUMBER($count, useGrouping: 0) }, necessari: { NUMBER($needed, useGrouping: 0) }; ricarica la pagina e riprova.
call-unread = Questa chiamata non si può leggere; invia JSON con un elenco di valori in data, come fa la pagina.
call-part-unread = { $name } di questa chiamata è { $value }, e non può esserlo; ricarica la pagina e riprova.
a-field = Un campo senza nome

## What a value is called in a sentence about what came instead, by its name in the API and in the forms

field-photos = L’elenco delle foto
field-file = Il file
field-name = Il nome
field-kind = Il tipo
field-preset = Il preset
field-base-model = Il modello di base
field-options = Le opzioni
field-trigger-word = La parola di attivazione
field-hub-id = Il nome sull’Hub
field-repository = Il nome sull’Hub
field-license = La licenza
field-private = La scelta tra privato e pubblico
field-who-sees = Chi può vederlo
field-pictures = L’elenco delle immagini
field-format = Il formato
field-step = Il passo
field-prompt = Il prompt
field-negative-prompt = L’elenco delle cose da evitare
field-subjects = L’elenco dei soggetti
field-sampler = Il campionatore
field-steps = Passi
field-guidance-scale = Scala di guida
field-seed = Il seme
field-width = Larghezza
field-height = Altezza
field-size = La dimensione
field-count = Quante immagini
field-surprise = La scelta di un’immagine ogni volta nuova
field-variation-strength = Quanto si discosta una variazione
field-variation-seed = Il seme della variazione
field-start = L’immagine di partenza
field-start-strength = Quanto cambia l’immagine
field-larger-scale = Quante volte più grande
field-larger-strength = Quanto cambia la versione ingrandita
field-compare = Che cosa si confronta
field-x-name = Che cosa varia nella griglia da sinistra a destra
field-x-values = I valori della griglia da sinistra a destra
field-y-name = Che cosa varia nella griglia dall’alto in basso
field-y-values = I valori della griglia dall’alto in basso
field-blending = Come si uniscono più soggetti (blending)
field-readings = Come si leggono i nomi
field-subject-type = Come che cosa è imparato
field-search = La ricerca
field-subject = Il soggetto
field-limit = Il limite
field-offset = Lo scostamento
field-id = L’id dell’immagine
field-picture-id = L’id dell’immagine
field-job-id = L’id del lavoro
field-position = La posizione
field-strength = Quanto è diversa
field-unnamed = Il valore “{ $name }”

## Create

create-intro = Scegli chi c’è nell’immagine, poi di’ che cosa deve succedere.
who-label = Chi c’è nell’immagine?
strength-help = 1 è come imparato. Di più se la somiglianza è debole, di meno se l’immagine diventa rigida. (LoRA weight)
places-label = Dove devono stare? (facoltativo)
places-help = Trascina un nome nell’immagine, o lascialo dove capita.
places-empty = Trascina qui un nome
places-anywhere = Dove capita:
places-all = Tutti hanno un posto.
places-numbers = Con la tastiera, o in percentuale
places-keys = Su un nome, Invio lo mette nell’immagine e lo toglie. Le frecce lo spostano e, con Maiusc, ne cambiano la dimensione.
prompt-label = Che cosa deve mostrare l’immagine?
read-as = Letto come:
read-as-help = Pieno è qualcuno dei tuoi, tratteggiato è una parola. Premi quello che va letto nell’altro modo.
read-as-name = “{ $typed }” è { $name } ({ $kind }), che hai presentato a Cuddle. Premi per leggerlo come una parola.
read-as-word = “{ $typed }” è letto come una parola. Premi se intendi { $name } ({ $kind }).
prompt-placeholder = Dumpling e Anna in spiaggia
avoid-label = Da evitare
avoid-help = Quello che non vuoi vedere. Può restare vuoto. (negative prompt)
avoid-placeholder = sfocato, scuro
size-label = Dimensione
size-help = In pixel, larghezza × altezza.
count-label = Quante
sampler-label = Campionatore
steps-label = Passi
steps-help = Più passi richiedono più tempo e aggiungono dettagli, fino a un certo punto.
guidance-label = Scala di guida
guidance-help = Quanto l’immagine segue le tue parole. Troppo dà colori stridenti. (guidance scale)
surprise-label = Ogni volta un’immagine nuova
surprise-help = Disattivato: lo stesso seme dà di nuovo la stessa immagine.
seed-label = Seme
seed-help = Il numero da cui parte un’immagine; le immagini seguenti prendono i numeri dopo. (seed)
base-model-label = Modello di base
base-model-help = Oppure scrivi il percorso di un altro modello Stable Diffusion XL o 1.5 (file .safetensors o cartella), o il suo owner/name sull’Hugging Face Hub.
variation-label = Varia l’immagine
variation-help = 0: proprio questa immagine. 0.1: altri dettagli. Da 0.3 in su: un’altra immagine. (variation strength)
variation-seed-label = Quale variazione
variation-seed-help = Un altro numero la varia in un altro modo. (variation seed)
larger-label = Poi ingrandiscila
larger-help = Quante volte. Una seconda passata ridisegna i dettagli. 1 la lascia com’è.
larger-strength-label = Quanto può cambiare?
larger-strength-help = Basso mantiene l’immagine; alto inventa nuovi dettagli. (denoising strength)
start-title = Parti da un’immagine
start-label = L’immagine di partenza
start-strength-label = Quanto può cambiare?
start-strength-help = 0.3 mantiene quasi tutto, 0.8 solo le forme grandi. (denoising strength)
blending-label = Più soggetti
blending-help = Ognuno tiene un posto suo nell’immagine; la somma semplice li mescola dappertutto. (blending)
blend-apart = Ciascuno resta se stesso
blend-sum = Somma semplice (per gli stili)
comfyui-differs = Il suo grafo fa un’altra immagine.
a1111-aligned = I suoi livelli di rumore “Align Your Steps” sono diversi da quelli di { $sampler }, perciò fa un’altra immagine.
compare-label = Confronta
compare-help = La stessa immagine più volte, con una sola cosa cambiata, fianco a fianco su un foglio.
compare-nothing = Niente
compare-strip = Somiglianza da 0 a 1.2
compare-grid = Una griglia tua
across-label = Da sinistra a destra
down-label = Dall’alto in basso
down-nothing = niente
values-label = Valori
values-help = Separati da punto e virgola: 0,6; 0,8; 1. Per le parole, le prime vengono sostituite dalle altre, separate da virgole: spiaggia, neve. Quelle che contengono una virgola vanno tra virgolette dritte: "un cappello, rosso".
dropped-label = Un’immagine
dropped-help = Lascia cadere qui un’immagine fatta con Cuddle, A1111 o ComfyUI, e il modulo ne riprende le impostazioni.
seated-help = Ognuno sarà dove sta il suo nome. Non è come vuoi? Annulla qui sopra: si perde poco tempo.
no-seat = Nessun posto trovato per { $names }.
likeness-help = Quanto ognuno somiglia alle sue foto: 100% vuol dire quanto le foto si somigliano tra loro, 0% non più di altri dello stesso tipo.
no-likeness-model = Su questo modello di base la somiglianza con le foto non viene misurata per { $names }.
no-likeness-photos = La somiglianza con le foto non si può dire per { $names }: il modello Pocket non conosce quello che le foto mostrano.
no-likeness-unsure = Per { $names } la somiglianza con le foto è troppo incerta qui; giudica da te.
twice = { $name } sembra esserci due volte nell’immagine. Prova un altro seme.
twice-in = { $name } sembra esserci due volte nell’immagine { $which }. Prova un altro seme.
twice-in-several = { $name } sembra esserci due volte in ciascuna delle immagini { $which }. Prova altri semi.
no-creation-yet = La tua immagine apparirà qui, prima come un abbozzo.

## Pictures

search-label = Cerca
search-placeholder = una parola, un nome, un seme…
no-pictures-yet = Non ci sono ancora immagini. La prima si fa in “Crea”.
no-match = Nessuna immagine corrisponde. Prova con meno parole, o con altre.
close-picture = Chiudi
download = Scarica { $format }
more-like-this = Altre come questa
larger = Ingrandisci
start-from-this = Parti da questa
difference-label = Quanto diversa?
difference-help = Per “Altre come questa”: poco cambia i dettagli, di più cambia tutta l’immagine.
more-on-the-way = Altre immagini come questa in arrivo: { NUMBER($count, useGrouping: 0) }; guarda in “Crea”.
larger-on-the-way = Una versione ingrandita è in arrivo; guarda in “Crea”.
again = Usa ancora queste impostazioni
show-more = Mostra le più vecchie
delete = Elimina
delete-yes = Sì, elimina
delete-no = Tieni
delete-picture-sure = Eliminare questa immagine per sempre?
delete-subject-sure = Eliminare { $name } per sempre, con le foto e i file LoRA? Le immagini restano.
delete-learning-sure = Eliminare { $name } per sempre, con le foto e la lezione? Così perdi { $what }. Le immagini restano.

## The Hugging Face Hub

publish-open = Pubblica sull’Hub
publish-title = Pubblica sull’Hugging Face Hub
publish-as = Pubblichi come { $name }.
published-at = È già lì, come { $place } ({ $who }, { $since }).
publish-updates = Pubblicare di nuovo sostituisce la pagina e i file.
publish-name-label = Nome sull’Hub
publish-name-help = Il tuo, o quello di un’organizzazione in cui puoi scrivere.
publish-license-label = Licenza
publish-license-help = Che cosa possono farne gli altri.
publish-who-label = Chi può vederlo
publish-who-help = In un’organizzazione, privato vuol dire i suoi membri. Mostra una persona a tutti solo se è d’accordo.
publish-private = Solo tu (privato)
publish-public = Tutti (pubblico)
publish-pictures-label = Immagini per la sua pagina
publish-pictures-help = Premi quelle da mostrare. Stanno lì in quell’ordine, con le parole con cui sono state fatte. Quello che è partito da una foto o da un’altra immagine non viene proposto.
publish-pictures-empty = Non ce ne sono ancora da mostrare. Chiedine qualcuna in “Crea”, con le sole parole e senza nessun altro, poi torna qui.
publish-what-goes = Che cosa ci va: i due file LoRA, una pagina che dice come usarli, e copie delle immagini scelte, senza niente di nascosto dentro. **Le tue foto, mai.**
publish-button = Pubblica
publish-close = Non ora
publish-look-again = Guarda di nuovo
publish-taken = { "*" }*{ $place }** sull’Hub contiene { $what }. Sostituirlo toglie per sempre i suoi file e la sua pagina.
publish-other-name = Prendi invece { $name }
publish-replace = Sostituisci quello che c’è
publish-link = Apri la sua pagina
import-hub-label = O dall’Hugging Face Hub
import-hub-help = owner/name, l’indirizzo della sua pagina, o owner/name/file.safetensors se ce n’è più d’uno.
import-neither = Non c’è ancora un file. Scegli un file LoRA che finisce in .safetensors, o scrivi dove si trova sull’Hugging Face Hub.
import-both = Ci sono un file e un nome sull’Hub; togli uno dei due, così è chiaro quale intendi.
import-hub-placeholder = anna/dumpling-lora

## ---- The page: pieces, states and times

duration-minutes =
    { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minuti
    }
duration-hours =
    { $hours ->
        [one] 1 ora
       *[other] { NUMBER($hours, useGrouping: 0) } ore
    }
duration-hours-and-minutes = { duration-hours } e { duration-minutes }
time-left = ancora { $time } circa
time-left-little = ancora meno di un minuto
month =
    { $month ->
        [1] gen
        [2] feb
        [3] mar
        [4] apr
        [5] mag
        [6] giu
        [7] lug
        [8] ago
        [9] set
        [10] ott
        [11] nov
       *[12] dic
    }
day-and-time = { $day } { month } { NUMBER($year, useGrouping: 0) }, ore { $time } { $zone }
title-lesson = Lezione: { $name }
title-import = File LoRA: { $name }
title-hub-import = LoRA dall’Hub: { $name }
title-publish = Pubblicazione: { $name }
title-pictures =
    { $count ->
        [one] 1 immagine: “{ $prompt }”
       *[other] { NUMBER($count, useGrouping: 0) } immagini: “{ $prompt }”
    }
place-next = Prossimo in coda
place-number = Numero { NUMBER($position, useGrouping: 0) } in coda
standing-cancel = Mi fermo…
standing-pause = Vado in pausa…
standing-finish = Finisco con quello che è imparato finora…
standing-goes-on = continua dal passo { NUMBER($step, useGrouping: 0) } di { NUMBER($steps, useGrouping: 0) }
standing-file-is-here = il file è qui
standing-is-kept = si conserva com’era dopo { NUMBER($step, useGrouping: 0) } passi
standing-interrupted = C’è stata un’interruzione; continua da sé.
standing-paused = In pausa
standing-paused-at = In pausa al passo { NUMBER($step, useGrouping: 0) } di { NUMBER($steps, useGrouping: 0) }. Continua quando lo dici tu.
standing-starting = Inizio…
standing-step = Passo { NUMBER($step, useGrouping: 0) } di { NUMBER($steps, useGrouping: 0) }
standing-picture-step = Immagine { NUMBER($number, useGrouping: 0) } di { NUMBER($count, useGrouping: 0) }, passo { NUMBER($step, useGrouping: 0) } di { NUMBER($steps, useGrouping: 0) }
standing-loss = perdita { $loss }
standing-published =
    { $who ->
        [private] sull’Hub come { $repository }, privato
       *[public] sull’Hub come { $repository }, pubblico
    }
standing-made = fatto
standing-ready = è tutto pronto
standing-cancelled = Annullato
samples-seen =
    { $count ->
        [one] 1 sguardo alle tue foto (samples)
       *[other] { NUMBER($count, useGrouping: 0) } sguardi alle tue foto (samples)
    }
lesson-ready = La lezione di { $name } è finita. Apri “Crea” e chiedi un’immagine.
lesson-ready-early = La lezione di { $name } è finita, com’era dopo { NUMBER($step, useGrouping: 0) } passi. Apri “Crea” e chiedi un’immagine.
recipe-in-words = { $preset }: { NUMBER($samples, useGrouping: 0) } sguardi, rango { NUMBER($rank, useGrouping: 0) }, alfa { $alpha }, tasso di apprendimento { $learning_rate }, dimensione del batch { $batch_size }, seme { $seed }
batch-size-automatic = automatica
news-lesson = La lezione di { $name }
news-import = Il LoRA di { $name }
news-publish = La pubblicazione di { $place }
news-pictures =
    { $count ->
        [one] La tua immagine
       *[other] Le tue { NUMBER($count, useGrouping: 0) } immagini
    }
news-paused =
    { $count ->
        [one] { $what } è in pausa.
       *[other] { $what } sono in pausa.
    }
news-running =
    { $count ->
        [one] { $what } è ora in lavorazione.
       *[other] { $what } sono ora in lavorazione.
    }
news-no-engine =
    { $count ->
        [one] { $what } aspetta il motore di Cuddle.
       *[other] { $what } aspettano il motore di Cuddle.
    }
news-at-once =
    { $count ->
        [one] { $what } comincia tra un attimo.
       *[other] { $what } cominciano tra un attimo.
    }
news-next =
    { $count ->
        [one] { $what } viene subito dopo nella coda.
       *[other] { $what } vengono subito dopo nella coda.
    }
news-number =
    { $count ->
        [one] { $what } ha il numero { NUMBER($position, useGrouping: 0) } nella coda.
       *[other] { $what } hanno il numero { NUMBER($position, useGrouping: 0) } nella coda.
    }
jobs-label = Che cosa fa Cuddle
jobs-more = e ancora { NUMBER($count, useGrouping: 0) } in coda
jobs-spoken = In corso: { $jobs }. In attesa: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-none = In corso: niente. In attesa: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-paused = In pausa: { NUMBER($paused, useGrouping: 0) }.
move-up = Sposta su
try-again = Riprova
job-log = Cosa dice il registro
button-unknown = Questo pulsante non è noto; ricarica la pagina.
loss-described = Perdita in { NUMBER($steps, useGrouping: 0) } passi: da { $first } a { $last }
loss-first-step = passo 0
loss-help = Perdita (loss): quanto i suoi disegni sono lontani dalle tue foto. Fa dei salti; quello che conta è la linea spessa.
sample-step = Passo { NUMBER($step, useGrouping: 0) }
sample-alt = Disegno dopo { NUMBER($step, useGrouping: 0) } passi, { NUMBER($number, useGrouping: 0) }
photo-kept-aside-alt = Foto tenuta da parte, { NUMBER($number, useGrouping: 0) }
photo-learned-alt = Foto, { NUMBER($number, useGrouping: 0) }
use-this-spoken = { use-this }: passo { NUMBER($step, useGrouping: 0) } di { $name }
name-and-kind = Nome e tipo
the-lesson = La lezione
sample-button = { $name } ({ $kind })
photo-alt = Foto { NUMBER($number, useGrouping: 0) }
photo-fault = Foto { NUMBER($number, useGrouping: 0) }: { $faults }
photos-given =
    { $count ->
        [one] 1 foto.
       *[other] { NUMBER($count, useGrouping: 0) } foto.
    }
photos-all-fine =
    { $count ->
        [one] 1 foto, va bene.
       *[other] { NUMBER($count, useGrouping: 0) } foto, vanno tutte bene.
    }
photos-none-yet = Non ci sono ancora foto. Aggiungine da { $fewest } a { $most }.
caption-spoken = Foto { $number } a parole ({ $name })
preset-choice = { $title }: { $help }
preset-choice-timed = { $title }: { $time } circa. { $help }
preset-quick = Rapida
preset-quick-help = Una prima impressione, in circa metà del tempo dell’equilibrata; la somiglianza è più grossolana.
preset-balanced = Equilibrata
preset-balanced-help = Quello che serve a quasi tutti i soggetti: una buona somiglianza che segue ancora le tue parole.
preset-thorough = Approfondita
preset-thorough-help = Per i volti e i segni minuti. La lezione più lunga, e la somiglianza più fedele.
subject-type-person = Persona
subject-type-pet = Animale
subject-type-object = Oggetto
subject-type-style = Stile
option-samples-help = Quanto a lungo si esercita. (samples: training steps × batch size)
option-learning-rate = Tasso di apprendimento
option-learning-rate-help = Quanto è grande ogni correzione. (learning rate)
option-rank = Rango
option-rank-help = Quanto può ricordare un file LoRA; di più lo rende più grande. (rank)
option-alpha = Alfa
option-alpha-help = Quanto parla forte; di solito è uguale al rango. (alpha)
option-batch-size = Dimensione del batch
option-batch-size-help = Foto guardate a ogni passo. 0 prende quello che qui è più veloce. (batch size)
option-resolution = Risoluzione
option-resolution-help = In pixel; la migliore è quella del modello di base.
option-seed-help = Lo stesso seme e le stesse impostazioni danno lo stesso file sullo stesso computer.
option-prior-preservation = Mantieni quello che il modello di base sa del tipo (prior preservation)
option-prior-preservation-help = La lezione si esercita anche su immagini sue di quel tipo. Più lento; aiuta quando tutti i gatti somigliano al tuo.
subject-is-learning = lezione in corso
subject-is-ready = lezione finita
subject-is-failed = lezione non riuscita
subject-spoken = { $name }, { $kind }, { $state }
fact-state = Stato
fact-trigger-word = Parola di attivazione
fact-photos = Foto
fact-no-photos = nessuna (arrivato come file LoRA)
fact-taught-on = Imparato su
fact-rank-and-alpha = Rango, alfa
lesson-again = Riprova la lezione
lesson-nothing-to-repeat = Per { $name } non c’è una lezione da riprovare; fai una nuova lezione.
subject-deleted = Eliminazione fatta: { $name }.
import-file-label = File LoRA
likeness = { $name } { $percent }%
preview-alt = Primo abbozzo
picture-number = Immagine { NUMBER($number, useGrouping: 0) }
picture-seed = Seme { $seed }
results-label = Immagini più recenti
size-square = { $width } × { $height } (quadrata)
size-wide = { $width } × { $height } (orizzontale)
size-tall = { $width } × { $height } (verticale)
size-unknown = La dimensione { $size } non va bene; scegline una dall’elenco, per esempio 256x256.
subjects-not-chosen = Soggetti scelti: { $value } non va bene; sceglili di nuovo.
grid-without-values = La griglia non ha ancora valori; scrivine alcuni separati da punto e virgola, per esempio 0,6; 0,8; 1.
subjects-gone = Non c’è più: { $names }; il resto è compilato.
form-took-over = Il modulo ha ripreso le impostazioni di { $file }, fatto con { $program }.
sampler-choice = { $name }: { $help } { $steps }.
sampler-choice-recommended = { $name } (consigliato): { $help } { $steps }.
sampler-steps = { NUMBER($low, useGrouping: 0) } passi
sampler-steps-between = Da { NUMBER($low, useGrouping: 0) } a { NUMBER($high, useGrouping: 0) } passi
strength-title = Forza della somiglianza
strength-spoken = Forza della somiglianza di { $name }
places-left = sinistra
places-top = alto
places-right = destra
places-bottom = basso
places-number = { $name }: { $side }, in percentuale dell’immagine
places-stands = { $name }: sinistra { $left } per cento, alto { $top } per cento, destra { $right } per cento, basso { $bottom } per cento
places-stands-anywhere = { $name }: dove capita
places-off = di nuovo dove capita
places-off-spoken = { $name }: di nuovo dove capita
places-tag-placed = { $name }, ha un posto nell’immagine
places-tag-anywhere = { $name }, dove capita
places-same = { $one } e { $two } hanno quasi lo stesso posto, quindi potrebbero mescolarsi.
sampler-dpmpp-2m-karras-help = Immagini pulite in pochi passi; la migliore prima scelta.
sampler-dpmpp-2m-ays-help = Quasi altrettanto buono in un terzo del tempo: dieci passi ai livelli di rumore che contano di più (Align Your Steps).
sampler-hyper-sd-help = Il più veloce con la guida. Scarica una volta un aiuto (un LoRA, 790 MB per SDXL).
sampler-lcm-help = Schizzi veloci, più piatti e meno precisi. Scarica una volta un aiuto (un LoRA, 390 MB per SDXL).
sampler-dpmpp-2m-help = Lo stesso metodo con passi distribuiti in modo uniforme; un po’ più morbido in pochi passi.
sampler-dpmpp-2m-exponential-help = Una via di mezzo: più passi sui dettagli fini rispetto alla distribuzione uniforme, meno di Karras.
sampler-dpmpp-2m-simple-help = Usalo per rifare immagini fatte con la sequenza “simple” di ComfyUI.
sampler-dpmpp-2m-normal-help = Usalo per rifare immagini fatte con la sequenza “normal” di ComfyUI.
sampler-dpmpp-2m-sde-karras-help = Aggiunge rumore fresco a ogni passo: superfici più vive, e più passi cambiano l’immagine.
sampler-dpmpp-sde-karras-help = Superfici ricche in pochi passi, per pelle e pelo; a ogni passo guarda due volte, quindi impiega il doppio.
sampler-euler-help = Il metodo più semplice: stabile e prevedibile.
sampler-euler-a-help = Aggiunge rumore fresco a ogni passo: immagini morbide e varie, che con più passi continuano a cambiare.
sampler-euler-karras-help = Euler con più passi dedicati ai dettagli fini.
sampler-euler-simple-help = Usalo per rifare immagini fatte con la sequenza “simple” di ComfyUI.
sampler-heun-help = A ogni passo guarda due volte: più preciso di Euler, e impiega il doppio.
sampler-heun-karras-help = Heun con più passi dedicati ai dettagli fini.
sampler-ddim-help = Il classico; usalo per rifare immagini fatte con questo altrove.
sampler-unipc-help = Buone immagini in pochissimi passi.
sampler-lms-karras-help = Un metodo veloce più vecchio; usalo per rifare immagini fatte con questo altrove.
sampler-dpm2-karras-help = A ogni passo guarda due volte: preciso e dettagliato, e impiega il doppio.
sampler-dpm2-a-karras-help = DPM2 con rumore fresco a ogni passo: più varietà, e più passi cambiano l’immagine.
axis-strength-of = Somiglianza di { $name }
axis-strength = Forza della somiglianza
axis-prompt = Parole
axis-negative-prompt = Da evitare
axis-sampler = Campionatore
axis-steps = Passi
axis-guidance-scale = Scala di guida
axis-seed = Seme
axis-size = Dimensione
axis-variation-strength = Variazione
axis-start-strength = Scarto dalla partenza
axis-larger-strength = Scarto ingrandendo
base-model-automatic = Automatico: { $title }
base-model-pocket = Pocket (piccolo, incluso in Cuddle)
base-model-pocket-help = Disegna un piccolo mondo da cartone animato in 256×256 pixel. Niente da scaricare, niente scheda grafica; va bene per una prima prova.
base-model-sdxl-help = Fa foto e dipinti, 1024×1024 pixel. Richiede una scheda grafica da 6 GB o più, e di scaricare 7 GB.
base-model-sd15-help = Fa foto e dipinti, 512×512 pixel. Per schede grafiche piccole, da 4 GB; sono da scaricare 2 GB.
base-model-like = Un modello { $title } da { $source }.
base-model-automatic-help = { $title }. { $help } { $why }
fact-prompt = Prompt
fact-read-as = Letto come
fact-subjects = Soggetti
fact-no-subjects = nessuno
fact-nothing-avoided = niente
fact-subject = { $name } (forza della somiglianza { $strength })
fact-size = { $width } × { $height }
fact-like-the-photos = Come nelle foto
fact-made-on = Fatta su
fact-in-comfyui = In ComfyUI
fact-in-a1111 = In A1111
fact-took = Durata
fact-seconds = { $seconds } secondi
fact-variation = Variazione
fact-variation-of = { $strength }, numero { $seed }
fact-start = Partita da
fact-start-of = un’immagine che può cambiare di { $strength }
fact-larger = Ingrandita
fact-larger-by = { $scale } volte, può cambiare di { $strength }
fact-compares = Confronta
license-none = Per ora nessuna
license-openrail-sdxl = OpenRAIL++, come Stable Diffusion XL
license-openrail-sd15 = OpenRAIL-M, come Stable Diffusion 1.5
license-cc0 = CC0: libero per tutto
license-cc-by = CC BY: libero se indicano il tuo nome
license-cc-by-sa = CC BY-SA: con il tuo nome, e ceduto alle stesse condizioni
license-cc-by-nc = CC BY-NC: con il tuo nome, niente di commerciale
license-cc-by-nc-nd = CC BY-NC-ND: con il tuo nome, niente di commerciale, senza modifiche
license-apache = Apache 2.0
license-mit = MIT
login-intro = Accedi con il nome e la password che ti sono stati dati.
login-name = Nome utente
login-password = Password
login-button = Accedi
login-first = Prima accedi.
login-wrong = Quel nome o quella password non sono giusti.
login-too-long = Un nome e una password sono più corti di così.
login-wait = Troppe password sbagliate. Aspetta { NUMBER($seconds, useGrouping: 0) } secondi, poi riprova.
login-wait-elsewhere = Sul computer dove gira Cuddle, il suo indirizzo funziona subito.
log-out-by-post = Manda POST per uscire.
something-broke = Qualcosa è andato storto in Cuddle stesso; niente di quello che hai dato è perso. Il suo registro dice di più. Riprova.
not-found = Non trovato.
not-served-here = Qui questo indirizzo non riceve risposta. Apri quello che Cuddle ha mostrato, o indica questo in CUDDLE_ALLOWED_HOSTS.
own-page-only = Qui riceve risposta solo la pagina di Cuddle.
body-with-no-use = Una richiesta { $method } non porta niente con sé.
body-too-large = Sono più di { $megabytes } MB; manda i file con { $path }.
body-too-slow = Ci è voluto troppo; riprova.
json-too-large = Questo JSON ha più di { $items } valori, o più di { $levels } livelli.
upload-too-large = Tutti insieme i file superano la dimensione massima di { $megabytes } MB; mandane meno alla volta.
upload-too-many = Un invio può contenere al massimo { NUMBER($files, useGrouping: 0) } file; mandane meno alla volta.
upload-stopped = L’invio si è fermato; riprova.
upload-sender-gone = Il mittente non c’è più.
too-much-going-on = Qui hai troppe cose in corso insieme: { $what }. Aspetta che qualcuna finisca, poi riprova.
going-on-pages = pagine aperte: { NUMBER($count, useGrouping: 0) }
going-on-answers = risposte attese: { NUMBER($count, useGrouping: 0) }
going-on-uploads = invii: { NUMBER($count, useGrouping: 0) }
going-on-calls = chiamate: { NUMBER($count, useGrouping: 0) }
going-on-queued = chiamate in attesa: { NUMBER($count, useGrouping: 0) }
served-file-gone = Il file { $name } non c’è più; ricarica la pagina.
file-missing = Non c’è nessun file; mandane almeno uno.
file-and-hub-id = Dai un file o un hub_id, non tutti e due.
start-failed = Cuddle non può avviarsi: { $why }
start-ready = Cuddle è pronto: { $url }
start-data-folder = Tutto quello che conserva sta in { $folder }
start-share = Per altri, finché questo gira: { $url }
start-login = Accedi come { $name } con la password { $password }
start-login-shows = La password di --login si vede nell’elenco dei processi di questo computer. Per tenerla per te usa --login-file, oppure CUDDLE_USER e CUDDLE_PASSWORD nell’ambiente.
start-two-logins = Sono stati dati sia --login sia --login-file; ne basta uno.
start-data-folder-around-temporary = La cartella dei dati { $folder } contiene la cartella dei file temporanei di questo computer. Scegline un’altra con --data-folder.
start-port-in-use = Su { $host }:{ NUMBER($port, useGrouping: 0) } non si può ascoltare; forse Cuddle gira già lì. Apri http://{ $host }:{ NUMBER($port, useGrouping: 0) }, chiudi l’altro programma, o scegli un’altra porta, per esempio --port { NUMBER($next, useGrouping: 0) }.

## ---- Errors: values, files, photos, subjects

empty-value = vuoto
no-number-between = { $name }: { $value } non va bene; scegli un numero tra { $low } e { $high }.
no-whole-number-between = { $name }: { $value } non va bene; scegli un numero intero tra { NUMBER($low, useGrouping: 0) } e { NUMBER($high, useGrouping: 0) }.
not-true-or-false = { $name }: { $value } non va bene; scegli true o false.
not-text = { $name }: { $value } non va bene; scrivi un testo di al massimo { NUMBER($longest, useGrouping: 0) } caratteri.
text-too-long = { $name }: { $length } caratteri sono troppi; { $longest } vanno bene. Accorcialo.
text-too-short = { $name }: è vuoto; scrivi tra { NUMBER($shortest, useGrouping: 0) } e { $longest } caratteri.
text-not-one-line = { $name }: c’è un a capo o un carattere che non si può mostrare; scrivi su una sola riga.
no-such-choice = { $name }: “{ $value }” non va bene; scegli tra: { $choices }.
file-outside = Il file “{ $file }” è fuori dalla cartella dei dati; mandalo invece.
give-as-text = { $name }: { $value } non va bene; dai un testo.
text-with-half-character = { $name }: “{ $value }” contiene un carattere che non lo è; scrivilo di nuovo.
give-as-whole-number = { $name }: { $value } non va bene; dai un numero intero.
far-too-large = { $name }: { $value } è di gran lunga troppo grande; dai un numero intero più piccolo.
give-as-number = { $name }: { $value } non va bene; dai un numero.
give-a-list = { $name }: è arrivato { $value }; dai un elenco.
give-a-list-of-texts = { $name }: tra gli altri c’è { $value }; dai un elenco di testi.
give-by-name = { $name }: è arrivato { $value }; dai i valori per nome, per esempio { "{" }'steps': 200{ "}" }.
side-no-multiple = { $name }: { NUMBER($side, useGrouping: 0) } pixel non vanno bene; scegli un multiplo di 8, per esempio { NUMBER($near, useGrouping: 0) }.
field-on-page = “{ $label }”
label-in-group = { $group }: { $label }
request-file-name = Un nome di file
request-seed = Seme
request-typed-prompt = Il prompt com’è stato scritto
request-picture-id = L’id di un’immagine
request-grid-parameter = Un parametro della griglia
request-picture-file = Il file dell’immagine
request-subject-name = Il nome di un soggetto
request-given-name = Il nome del file
request-word-is-made = La creazione della parola di attivazione
request-name = Il nome del soggetto
request-repository = Il repository
request-commit = Il commit
request-file-size = La dimensione del file
request-instance-prompt = L’instance prompt
request-family = La famiglia
request-mark = Il contrassegno del soggetto
request-replaced-commit = Il commit che si può sostituire
request-private = Privato
request-a-file = Il nome di un file
recipe-subject-type = Il tipo di soggetto
recipe-rank = Rango
recipe-alpha = Alfa
recipe-samples = Sguardi (samples)
recipe-learning-rate = Tasso di apprendimento
recipe-batch-size = Dimensione del batch
recipe-resolution = Risoluzione
recipe-checkpoint-samples = Sguardi tra due checkpoint
recipe-sample-samples = Sguardi tra due immagini di prova
recipe-prior-preservation = Conservazione del tipo (prior preservation)
recipe-last-timestep = L’ultimo timestep
recipe-first-timestep = Il primo timestep
recipe-outside-weight = Il peso di ciò che sta intorno al soggetto
recipe-outside-prior-weight = Il peso del modello di base intorno al soggetto
recipe-close-ups = Primi piani
recipe-convolutions = Convoluzioni
recipe-checkpoint-steps = Passi tra due checkpoint
recipe-sample-steps = Passi tra due immagini di prova
request-steps-with = Passi con { $sampler }
request-strength-of = La forza della somiglianza di { $name }
request-place-of = Il posto di { $name }
request-caption-of = La didascalia di { $name }
path-too-long = Il percorso { $path }… è troppo lungo: nessun nome al suo interno può prendere più di 255 byte. Scegline uno più corto con --data-folder.
file-not-written = Non si può scrivere { $place } ({ $reason }). Va bene una cartella tua: cambiane i permessi, o scegline un’altra con --data-folder.
disk-full = Il disco è pieno: non si è potuto scrivere { $place }, e niente di quello che c’era è andato perso. Libera spazio (nell’Album si possono eliminare le immagini vecchie e svuotare il cestino), poi riprova.
file-kind-text =
    { $count ->
        [one] un file di testo
       *[other] file di testo
    }
file-kind-raw =
    { $count ->
        [one] una foto RAW
       *[other] foto RAW
    }
file-kind-video =
    { $count ->
        [one] un video
       *[other] dei video
    }
file-kind-sound =
    { $count ->
        [one] un file audio
       *[other] file audio
    }
file-kind-pdf =
    { $count ->
        [one] un PDF
       *[other] dei PDF
    }
file-kind-svg =
    { $count ->
        [one] un disegno SVG
       *[other] disegni SVG
    }
file-kind-web-page =
    { $count ->
        [one] una pagina web
       *[other] pagine web
    }
file-kind-photoshop =
    { $count ->
        [one] un file di Photoshop
       *[other] file di Photoshop
    }
file-kind-jpeg-xl =
    { $count ->
        [one] una foto JPEG XL
       *[other] foto JPEG XL
    }
file-kind-postscript =
    { $count ->
        [one] un file PostScript
       *[other] file PostScript
    }
file-kind-office =
    { $count ->
        [one] un documento da ufficio
       *[other] documenti da ufficio
    }
file-kind-program =
    { $count ->
        [one] un programma
       *[other] programmi
    }
file-kind-database =
    { $count ->
        [one] un database
       *[other] dei database
    }
file-kind-rar =
    { $count ->
        [one] un archivio RAR
       *[other] archivi RAR
    }
file-kind-7z =
    { $count ->
        [one] un archivio 7z
       *[other] archivi 7z
    }
file-kind-gzip =
    { $count ->
        [one] un archivio gzip
       *[other] archivi gzip
    }
file-kind-bzip2 =
    { $count ->
        [one] un archivio bzip2
       *[other] archivi bzip2
    }
file-kind-xz =
    { $count ->
        [one] un archivio xz
       *[other] archivi xz
    }
file-kind-zstd =
    { $count ->
        [one] un archivio zstd
       *[other] archivi zstd
    }
file-kind-tar =
    { $count ->
        [one] un archivio tar
       *[other] archivi tar
    }
choose-photo-itself = Scegli la foto stessa.
upload-again-or-leave-out = Ripeti l’invio, o fanne a meno.
save-as-one-of-these = Salva in uno di questi formati, o fanne a meno.
save-as-jpeg-in-camera-program = Salva come JPEG nel programma fornito con la fotocamera.
choose-photo-or-frame = Scegli una foto, o salva un solo fotogramma come JPEG.
save-photos-in-it-as-jpeg = Salva come JPEG le foto che ci sono dentro.
save-as-png = Salva come PNG.
save-as-jpeg = Salva come JPEG.
save-picture-not-page = Salva l’immagine stessa, non la pagina che la mostra.
unpack-archive = Estrai l’archivio, e manda le foto o uno zip che le contiene.
photo-formats-fine = vanno bene foto JPEG, PNG, WebP, HEIC, AVIF, TIFF e BMP
file-in-zip = { $file } in { $zip }
file-empty =
    { $count ->
        [one] { $files } è vuoto (0 byte)
       *[other] { $files } sono vuoti (0 byte)
    }; { photo-formats-fine }. { $advice }
file-no-photo =
    { $count ->
        [one] { $files } non è una foto che si può aprire
       *[other] { $files } non sono foto che si possono aprire
    }; { photo-formats-fine }. { $advice }
file-picture-not-opened =
    { $count ->
        [one] Cuddle non sa aprire { $files }: è { $kind }
       *[other] Cuddle non sa aprire { $files }: sono { $kind }
    }; { photo-formats-fine }. { $advice }
file-another-kind =
    { $count ->
        [one] { $files } non è una foto, ma { $kind }
       *[other] { $files } non sono foto, ma { $kind }
    }; { photo-formats-fine }. { $advice }
zip-others-left-out =
    { $count ->
        [one] { $files } in { $zip } non è una foto ed è stato lasciato fuori.
       *[other] { $files } in { $zip } non sono foto e sono stati lasciati fuori.
    }
zip-in-zip = { $zip } contiene un altro zip, { $files }; metti le foto stesse in un solo zip.
zip-regularization =
    { $count ->
        [one] { $files } in { $zip } è un’immagine
       *[other] { $files } in { $zip } sono immagini
    } di altri soggetti dello stesso tipo (regularization), che Cuddle fa da sé dove servono; da quella cartella non è stato quindi preso niente.
zip-companions =
    { $count ->
        [one] { $zip } contiene un file che i computer o i programmi per foto mettono accanto alle foto ({ $marks }); è stato lasciato fuori.
       *[other] { $zip } contiene { NUMBER($count, useGrouping: 0) } file che i computer o i programmi per foto mettono accanto alle foto ({ $marks }); sono stati lasciati fuori.
    }
photo-too-large = { $photo } è di { NUMBER($size, useGrouping: 0) } MB; le foto vanno bene fino a { NUMBER($most, useGrouping: 0) } MB. Salva una copia più piccola.
file-is-folder = { $file } è una cartella; { photo-formats-fine }, e zip di queste. Scegli le foto che ci sono dentro.
file-not-read = Non si può leggere { $file } ({ $reason }); mandalo ancora una volta.
file-companion = { $file } è ciò che i computer e i programmi per foto mettono accanto alle foto, quindi è stato lasciato fuori.
zip-leads-out = { $zip } contiene un file di nome “{ $file }”, che porta fuori dallo zip, quindi è stato lasciato fuori; vanno bene nomi semplici come cat1.jpg. Prendi zip solo da persone di cui ti fidi.
zip-locked = { $zip } è protetto da una password; va bene uno zip senza. Rifallo senza password.
zip-without-photos = { $zip } non contiene foto; { photo-formats-fine }. Metti nello zip le foto stesse.
zip-of-photos = uno zip di foto
zip-of-so-many-photos = uno zip con da { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) } foto
zip-long-list = { $zip } elenca moltissimi file; va bene { $fine }. Mettici solo le foto.
zip-damaged = { $zip } è uno zip danneggiato; va bene uno zip di foto intero. Rifallo o mandalo di nuovo.
zip-too-many-files = { $zip } contiene { NUMBER($count, useGrouping: 0) } file; va bene { $fine }. Mettici solo le foto.
zip-too-large = { $zip } occuperebbe { $size } GB una volta estratto; vanno bene fino a { $most } GB. Mettici solo le foto, o mandale una per una.
photo-several-pictures = { $photo } contiene più immagini; è stata presa la prima.
photo-memory = { $photo } richiede più di { NUMBER($most, useGrouping: 0) } MB di memoria per aprirsi. Salva una copia più piccola, o una in JPEG.
photo-damaged = { $photo } è danneggiato o troncato; vanno bene foto intere. Mandalo ancora una volta, o lascialo fuori.
photo-damaged-in-zip = { $photo } è danneggiato; va bene uno zip di foto intero. Rifallo.
photo-many-megapixels = { $photo } ha più di 170 megapixel; vanno bene fino a { NUMBER($most, useGrouping: 0) }, { NUMBER($most_jpeg, useGrouping: 0) } in JPEG. Salva una copia più piccola.
photo-not-opened = { $photo } non è una foto che si può aprire; { photo-formats-fine }. Salvala in uno di questi formati, o lasciala fuori.
photo-too-small = { $photo } è troppo piccolo o troppo stretto: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixel; ne servono almeno { NUMBER($least, useGrouping: 0) } sul lato corto, meglio 512, e al massimo { NUMBER($times, useGrouping: 0) } volte tanto sul lato lungo. Scegli una foto più grande, o una parte di questa.
photo-moving = { $photo } è un’immagine animata; { photo-formats-fine } quando sono ferme. Salvane un fotogramma come JPEG.
photo-megapixels = { $photo } ha { $megapixels } megapixel ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); vanno bene fino a { NUMBER($most, useGrouping: 0) }, { NUMBER($most_jpeg, useGrouping: 0) } in JPEG. Salva una copia più piccola.
photo-megapixels-jpeg = { $photo } ha { $megapixels } megapixel ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); vanno bene fino a { NUMBER($most, useGrouping: 0) }. Salva una copia più piccola.
photo-reader-ended = Non si è potuto aprire { $photo }: ciò che lo legge si è fermato. Salvalo di nuovo come JPEG, o lascialo fuori.
photo-takes-too-long = { $photo } impiega più di { $seconds } secondi ad aprirsi. Salvalo di nuovo come JPEG, o lascialo fuori.
photo-given-twice = { $copy } e { $own } sono la stessa foto, quindi è stata presa una volta sola.
photo-copy-as = { $copy } (come { $own })
photos-given-twice = { NUMBER($count, useGrouping: 0) } foto sono uguali ad altre, quindi sono state prese una volta sola: { $copies }.
photos-left-too-few =
    { $count ->
        [0] Non resta nessuna foto
        [one] Resta 1 foto
       *[other] Restano { NUMBER($count, useGrouping: 0) } foto
    }; ne servono da { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) }. Aggiungine qualcuna.
photos-too-few =
    { $count ->
        [one] Hai dato { NUMBER($count, useGrouping: 0) } sola foto
       *[other] Hai dato { NUMBER($count, useGrouping: 0) } foto
    }; ne servono da { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) }. Aggiungine qualcuna.
photos-too-many =
    { $count ->
        [one] Hai dato { NUMBER($count, useGrouping: 0) } sola foto
       *[other] Hai dato { NUMBER($count, useGrouping: 0) } foto
    }; ne servono da { NUMBER($least, useGrouping: 0) } a { NUMBER($most, useGrouping: 0) }. Scegli le migliori e lascia fuori le altre.
one-of-several-photos = { $file } contiene { NUMBER($count, useGrouping: 0) } foto; danne una.
caption-not-utf-8 = { $file } non è un testo in UTF-8, quindi non se ne è presa la didascalia; salvalo in UTF-8.
caption-empty = { $file } è vuoto, quindi non se ne è presa la didascalia; scrivine una, o lascialo fuori.
caption-damaged = { $file } è danneggiato, quindi non se ne è presa la didascalia; rifai lo zip.
caption-several-lines = Di { $file } è stata presa come didascalia la prima di { NUMBER($count, useGrouping: 0) } righe; scrivila su una sola riga.
caption-too-long = La didascalia in { $file } è di { $length } caratteri; { NUMBER($most, useGrouping: 0) } vanno bene, quindi ne è stato preso l’inizio. Accorciala.
caption-of-no-photo = { $file } non appartiene a nessuna foto, quindi è stato lasciato fuori; la didascalia di cat1.jpg si chiama cat1.txt.
captions-taken =
    { $count ->
        [one] La didascalia di 1 foto è stata presa da un file di testo accanto.
       *[other] Le didascalie di { NUMBER($count, useGrouping: 0) } foto sono state prese da file di testo accanto.
    }
folder-name-and-captions = Dalla cartella “{ $folder }” si è capito che “{ $words }” nelle didascalie indica il tuo soggetto; le sue { $repeats } ripetizioni no: una lezione guarda ogni foto lo stesso numero di volte.
folder-photos-alone = Dalla cartella “{ $folder }” sono state prese solo le foto e le didascalie: il nome e il tipo sono quelli che scrivi tu, e una lezione guarda ogni foto lo stesso numero di volte, non { $repeats } volte.
caption-for-no-photo = C’è una didascalia per { $photo }, ma non c’è questa foto; ci sono: { $photos }.
names-and-so-on = { $names }, …
captions-not-as-many = Didascalie: { NUMBER($captions, useGrouping: 0) }, foto: { NUMBER($photos, useGrouping: 0) }; danne una per ogni foto, nello stesso ordine e vuota dove non ce l’hai, o dalle per nome di file.
captions-unreadable = Didascalie: è arrivato { $value }; dalle per nome di file, per esempio { "{" }'cat1.jpg': '[name] su un divano'{ "}" }, o come elenco nell’ordine delle foto.
everyday-word = “{ $word }” è una parola comune, quindi le immagini con { $name } potrebbero mostrare anche quella. Un nome che non è un’altra parola, o uno più lungo come “{ $name } Rossi”, evita la confusione.
trigger-word-made = Il file non indica una parola di attivazione, quindi “{ $word }” è stata ricavata dal nome. Se le immagini non somigliano a { $name }, importa di nuovo il file con la parola con cui è stato imparato.
photos-alike = Le foto { NUMBER($first, useGrouping: 0) } e { NUMBER($second, useGrouping: 0) } sono quasi uguali; viste diverse insegnano di più.
photos-alike-and-more = Le foto { NUMBER($first, useGrouping: 0) } e { NUMBER($second, useGrouping: 0) } sono quasi uguali (altre coppie: { NUMBER($more, useGrouping: 0) }); viste diverse insegnano di più.
photo-small = La foto { $photo } è piccola e viene ingrandita { $times } volte; una copia più grande mantiene più dettagli.
photos-small = Le foto { $photos } sono piccole e vengono ingrandite fino a { $times } volte; copie più grandi mantengono più dettagli.
photos-all-small = Tutte le foto sono piccole e vengono ingrandite fino a { $times } volte; copie più grandi mantengono più dettagli.
photo-is-blurred = La foto { $photo } è sfocata; una più nitida insegna di più.
photos-are-blurred = Le foto { $photos } sono sfocate; altre più nitide insegnano di più.
photo-is-dark = La foto { $photo } è molto scura; una con più luce insegna di più.
photos-are-dark = Le foto { $photos } sono molto scure; altre con più luce insegnano di più.
photo-is-screenshot = La foto { $photo } sembra uno screenshot, e verrebbe imparato anche quello che sta intorno all’immagine; la foto stessa insegna di più.
photos-are-screenshot = Le foto { $photos } sembrano screenshot, e verrebbe imparato anche quello che sta intorno alle immagini; le foto stesse insegnano di più.
photo-badge-alike = quasi uguale
photo-badge-small = piccola
photo-badge-blurred = sfocata
photo-badge-dark = molto scura
photo-badge-screenshot = screenshot
name-empty = Il nome è vuoto; dai un nome da 1 a { NUMBER($most, useGrouping: 0) } caratteri, per esempio Dumpling.
name-too-long = Il nome “{ $name }” è di { NUMBER($length, useGrouping: 0) } caratteri; { NUMBER($most, useGrouping: 0) } vanno bene. Accorcialo.
name-with-signs = Il nome “{ $name }” contiene { $signs }; vanno bene lettere, cifre, spazi e - ' . &.
name-without-letters = Il nome “{ $name }” non ha lettere né cifre; dai un nome come Dumpling.
kind-empty = Il tipo è vuoto; di’ che cos’è in una o due parole, per esempio gatto, cane, donna o giocattolo.
kind-too-long = Il tipo “{ $kind }” è di { NUMBER($length, useGrouping: 0) } caratteri; { NUMBER($most, useGrouping: 0) } vanno bene. Accorcialo.
kind-more-than-words = Il tipo “{ $kind }” contiene qualcosa che non sono parole; vanno bene lettere, spazi e - su una sola riga. Di’ che cos’è in una o due parole, per esempio gatto, cane o donna.
kind-not-known = Il tipo “{ $kind }” non è una parola che Cuddle conosce, e i modelli leggono l’inglese; di’ in inglese che cos’è, per esempio cat, woman o teapot.
trigger-word-not-fine = Parola di attivazione: “{ $word }” non va bene; serve una parola da 1 a { NUMBER($most, useGrouping: 0) } caratteri tra a-z e 0-9.
step-of-untaught = La lezione di { $name } non è ancora finita; scegli un passo precedente quando lo sarà.
no-steps-kept = Non è conservato nessun passo precedente di { $name }; una nuova lezione ne conserva alcuni.
step-not-kept = Il passo { NUMBER($step, useGrouping: 0) } di { $name } non è conservato; scegli uno di questi passi: { $steps }.
step-files-gone = I file del passo { NUMBER($step, useGrouping: 0) } di { $name } non ci sono più; scegli un altro passo.
subject-not-taught = La lezione di { $name } non è ancora finita; aspetta che lo sia, o fai senza.
subject-failed = La lezione di { $name } non è finita bene; riprovala nella Home, o fai senza.
subject-no-file = Per { $name } non c’è un file { $format }; ci sarà quando la lezione è finita.
subject-being-taught = La lezione di { $name } è in corso. Prima annullala, poi elimina.
subject-being-cancelled = La lezione di { $name } è appena cominciata e si sta annullando; elimina dopo.
file-gone = Il file { $file } non c’è più.
password-no-text = CUDDLE_PASSWORD non è un testo; scrivici la password.
setting-not-fine = L’impostazione { $setting } è “{ $value }”: { $reason }. Cambia --{ $option } o CUDDLE_{ $variable }.
password-too-short = La password è di { NUMBER($length, useGrouping: 0) } caratteri; una pagina raggiungibile da altri ne richiede almeno { NUMBER($least, useGrouping: 0) }. Quattro parole senza legame ne fanno una buona. Con --share e senza credenziali, Cuddle ne crea una.
password-too-easy = La password è troppo facile da indovinare: senza il nome, le parole note, le ripetizioni e le sequenze ne resta quasi niente. Quattro parole senza legame ne fanno una buona. Con --share e senza credenziali, Cuddle ne crea una.
login-without-colon = { $source } richiede un nome e una password separati da due punti, per esempio anna:secret.
login-file = Il file delle credenziali { $file }
login-file-not-utf-8 = { $file } non è un testo in UTF-8; scrivici nome:password.
login-file-not-read = Non si può leggere { $file } ({ $reason }); dai il percorso di un file di una riga, nome:password.
login-file-several-lines = { $file } ha più di una riga; ne va bene una, nome:password.

## ---- Errors: pictures, metadata, prompts

start-gone = L’immagine di partenza non c’è più. Sceglila di nuovo.
no-start = Non c’è un’immagine di partenza; dai il suo id come picture, o un file da keep_start.
sheet-of-several = È un foglio di più immagini. Aprine una e scegli di nuovo.
no-picture-option = Non c’è l’opzione “{ $option }” per le immagini; ci sono: { $options }.
sampler-without-helper = { $sampler } ha bisogno di un LoRA di aiuto, e per { $model } non ce n’è uno. Scegli un altro campionatore; DPM++ 2M AYS è veloce su ogni modello di base.
choice-unreadable = Un soggetto scelto è “{ $value }”; dallo con name, strength e, se vuoi, box.
choice-unknown-name = Un soggetto scelto contiene “{ $value }”; vanno bene name, strength e box.
place-unreadable = { $place }: { $value } non va bene; dai sinistra, alto, destra, basso tra 0 e 1.
subject-chosen-twice = Hai scelto due volte { $name }; scegli ogni soggetto una volta e imposta la sua forza.
given-start = L’immagine di partenza
given-larger = La versione ingrandita
given-grid = La griglia
given-side = Un lato della griglia
not-by-name = { $name }: è arrivato { $value }; dai { $names } per nome.
unknown-among = { $name }: “{ $value }” è sconosciuto; vanno bene { $names }.
axis-of-subject = Somiglianza di { $name }
axis-number = { $axis } { NUMBER($value, useGrouping: 0) }
axis-words = { $axis }: { $value }
grid-prompts = { $axis }: { NUMBER($count, useGrouping: 0) } prompt nella griglia; dai solo i suoi valori.
grid-values = { $axis }: { NUMBER($count, useGrouping: 0) } valori nella griglia; vanno bene da 1 a { NUMBER($most, useGrouping: 0) }.
grid-value-unreadable = { $axis }: { $value } non va bene nella griglia; dai un numero o delle parole.
grid-sides-equal = { $axis } è dato per entrambi i lati della griglia; scegline due diversi.
grid-too-large = La griglia ha { NUMBER($count, useGrouping: 0) } immagini; vanno bene fino a { NUMBER($most, useGrouping: 0) }.
grid-without-x = La griglia non ha una x; dalla come nome e elenco di valori.
grid-side-unreadable = Un lato della griglia: è arrivato { $value }; dai il suo nome e un elenco di valori.
grid-prompt-unreadable = Un prompt della griglia: è arrivato { $value }; dai solo i valori della griglia.
grid-strength-of-nobody = La griglia chiede forze della somiglianza, ma nell’immagine non c’è nessun soggetto. Scegli chi intendi.
grid-strength-of-absent = La griglia chiede forze della somiglianza, ma { $name } non è nell’immagine. Scegli chi intendi.
grid-words-not-held = Le prime parole della griglia sono “{ $words }”, e nel prompt non ci sono.
grid-words-in-names = Le prime parole della griglia sono “{ $words }”, e nel prompt si trovano solo nei nomi.
grid-size-unreadable = Una dimensione della griglia: { $value } non va bene; scrivila come 1024x1024.
grid-no-start = La griglia chiede quanto cambia un’immagine, ma non c’è un’immagine di partenza.
grid-no-larger = La griglia chiede quanto cambia la versione ingrandita, ma nessuna versione ingrandita è richiesta.
readings-unreadable = Lettura dei nomi: è arrivato { $value }; danne fino a { NUMBER($most, useGrouping: 0) } per nome, per esempio { "{" }'Rose 2': 'word'{ "}" }.
reading-unreadable = Lettura del nome “{ $name }”: { $value } non va bene; vanno bene '{ $as_name }' e '{ $as_word }'.
lora-to-avoid = “{ $lora }” è un LoRA tra le cose da evitare, e resta fuori.
lora-of-nobody = Il LoRA “{ $lora }” non è nessuno dei tuoi soggetti, quindi resta fuori; il suo file si può importare nella Home.
strength-taken = La forza di { $name } è { $given }; si usa { $taken }.
named-not-chosen = { $name } è tra le tue parole ma non tra le tue scelte, quindi l’immagine si fa senza { $name }; scegli anche { $name }.
elsewhere-hypernetwork = un hypernetwork
elsewhere-tag = un tag di un altro programma
elsewhere-embedding = un embedding
elsewhere-wildcard = un elenco di parole
elsewhere-prompts = più prompt insieme
elsewhere-turns = parole che si alternano
elsewhere-changes = parole che cambiano durante i passi
elsewhere-drawn = una scelta tirata a sorte
syntax-elsewhere = “{ $written }” ({ $what })
tag-left-out = “{ $written }” è un tag di un altro programma, e resta fuori.
embedding-left-out = “{ $written }” sta per un embedding, che Cuddle non carica; resta fuori.
wildcard-not-here = “{ $written }” sta per un elenco di parole che qui non c’è; scrivi la parola stessa.
break-left-out = “BREAK” resta fuori: Cuddle legge da sé i prompt lunghi a pezzi.
and-as-word = “AND” unisce più prompt in altri programmi; qui si legge come la parola “and”.
words-turns-read = “{ $written }” cambia parole a ogni passo, cosa che Cuddle non fa; si legge “{ $read }”.
words-turns-left-out = “{ $written }” cambia parole a ogni passo, cosa che Cuddle non fa; resta fuori.
words-changes-read = “{ $written }” cambia parole strada facendo, cosa che Cuddle non fa; si legge “{ $read }”.
words-changes-left-out = “{ $written }” cambia parole strada facendo, cosa che Cuddle non fa; resta fuori.
weight-of-another = “{ $written }” dà peso alle parole in un altro programma; qui lo fa “({ $inside })”.
choice-read = “{ $written }” è una scelta che un altro programma tira a sorte; si legge “{ $read }”.
picture-formats-fine = Va bene un’immagine PNG, JPEG o WebP fatta da Cuddle, A1111 o ComfyUI
picture-too-large = { $file } supera { NUMBER($most, useGrouping: 0) } MB. { picture-formats-fine }.
picture-not-read = Non si può leggere { $file }, o è danneggiato. { picture-formats-fine }.
picture-without-parameters = { $file } non è un’immagine con parametri. { picture-formats-fine }.
unknown-program = un programma che Cuddle non conosce
picture-own-damaged = { $file } è stato fatto da Cuddle, ma i suoi parametri sono danneggiati. { picture-formats-fine }.
picture-of-another-program = { $file } è stato fatto da { $program }, di cui Cuddle non legge i parametri. { picture-formats-fine }.
picture-graph-without-sampler = { $file } contiene un grafo di ComfyUI senza un campionatore semplice, che Cuddle non legge. { picture-formats-fine }.
picture-other-text = { $file } contiene un testo che non è di parametri (“{ $text }”). { picture-formats-fine }.
picture-stealth = { $file } nasconde i parametri nei pixel (stealth PNG), dove Cuddle non li legge. { picture-formats-fine }.
picture-nothing-in-it = { $file } non porta parametri; le copie fatte da app di messaggi e programmi per foto li hanno persi. { picture-formats-fine }.
picture-cut-off = { $file } è troncato prima dei parametri. { picture-formats-fine }; scaricalo di nuovo.
picture-text-too-long = Il testo “{ $text }” in { $file } supera { NUMBER($most, useGrouping: 0) } MB; non è stato letto niente. { picture-formats-fine }.
found-steps = il numero di passi
found-guidance-scale = la scala di guida
found-width = la larghezza
found-height = l’altezza
found-prompt = il prompt
found-negative-prompt = l’elenco delle cose da evitare
found-own-damaged = Quello che Cuddle stesso ci ha scritto è danneggiato, quindi questo è ciò che dice ad altri programmi.
found-later-version = L’ha fatta una versione più recente di Cuddle; non ripreso: { $names }.
found-missing = Non indica: { $values }; si compila ciò che va bene per il modello di base.
found-other-sampler = Il suo campionatore “{ $sampler }” non è tra quelli di Cuddle; è scelto { $chosen }.
found-no-sampler = Non indica un campionatore; è scelto { $chosen }.
found-seed-beyond = Il suo seme { $seed } va oltre quelli di Cuddle (da 0 a { NUMBER($most, useGrouping: 0) }); se ne tirerà a sorte uno nuovo.
found-variation-beyond = La sua variazione ({ $strength } verso il seme { $seed }) non è tra quelle di Cuddle; resta fuori.
found-no-prompt = Non ha un prompt che si possa leggere.
found-not-taken-over = Non ripreso: { $what }.
found-also-not-taken-over = Nemmeno ripreso: { $what }.
found-more-nodes = Altri suoi nodi non ripresi: { NUMBER($count, useGrouping: 0) }.
found-nearest = Valore letto per { $value }: { $given }; il più vicino che Cuddle fa è { $near }.
found-long-text = Lunghezza letta per { $value }: { $length } caratteri; se ne riprendono i primi { $most }.
found-many-loras = Nomina { NUMBER($count, useGrouping: 0) } LoRA; si guardano i primi { NUMBER($most, useGrouping: 0) }.
found-strength = La forza di { $name } è { $given }; si riprende { $taken }.
found-subject-twice = Un soggetto c’è due volte; si riprende la prima delle sue forze.
found-many-subjects = Ha { NUMBER($count, useGrouping: 0) } soggetti; si riprendono i primi { NUMBER($most, useGrouping: 0) }.
found-lora-of-nobody = Il LoRA “{ $lora }” non è nessuno dei tuoi soggetti, quindi resta fuori; il suo file si può importare nella Home.
found-no-base-model = Il suo modello di base “{ $model }” non è qui; al suo posto c’è la scelta automatica.
found-noise-of-card = { $program } ha preso il rumore dalla scheda grafica, quindi lo stesso seme dà qui un’altra immagine.
found-noise-unsaid = Non dice da dove ha preso il rumore; se dalla scheda grafica, il suo seme dà qui un’altra immagine.
comfy-noise-here = { $sampler } prende il rumore fresco in altro modo in ComfyUI, quindi qui è un’altra immagine.
comfy-computed-here = { $sampler } si calcola in altro modo in ComfyUI, quindi qui è un’altra immagine.
graph-text-encoder-strength = la forza di “{ $lora }” nell’encoder di testo
graph-several-pictures = nel grafo ci sono { NUMBER($count, useGrouping: 0) } immagini salvate, di cui è stata letta la prima
graph-part-alone = che { $value } vale solo per una parte dell’immagine
graph-words-of-part = per { $value }, le parole di una parte dell’immagine: “{ $words }”
graph-words-added = per { $value }, le parole aggiunte: “{ $words }”
graph-weight = che “{ $words }” conta { $weight } volte ({ $near } qui)
graph-so-many-times = { NUMBER($count, useGrouping: 0) } volte { $what }
comfy-noise-there = Lì { $sampler } prende il rumore fresco in altro modo.
comfy-computed-there = Lì { $sampler } si calcola in altro modo.
comfy-noise-levels = Lì i livelli di rumore di { $sampler } sono gli stessi solo con { NUMBER($steps, useGrouping: 0) } passi.
comfy-loras-everywhere = Lì tutti i LoRA agiscono dappertutto; qui ogni soggetto è rimasto in un posto suo.
comfy-no-places = Lì i soggetti non hanno posti.
comfy-one-picture = Lì è una sola immagine, non un foglio di più immagini.
comfy-curly-brackets = La sua pagina sceglie tra parole in { "{" }parentesi graffe{ "}" } e lascia fuori quello che segue // o /*.
comfy-embedding = Lì “embedding:” carica un file; qui è una parola.
comfy-long-prompt = Lì un prompt lungo come questo può essere spezzato ad altre parole.
comfy-choose-start = Lì scegli nel nodo Load Image l’immagine di partenza.
person-id-not-plain = Id di una persona: “{ $id }” non va bene; usa da 1 a 40 caratteri tra a-z e 0-9.

## ---- Errors: models, the Hub, engines, the folder

weights-kind-empty = vuoto: non contiene pesi
weights-gone = { $name } non c’è (più). Rimettilo a posto, o scegline un altro.
weights-not-read = Non si può leggere { $name } ({ $error }). Rimettilo a posto, o scegline un altro.
weights-empty = un file vuoto; scaricalo di nuovo
auto-chosen-at-start = È stato scelto con --base-model.
auto-not-known-yet = Cuddle sta ancora guardando se questo computer ha una scheda grafica.
auto-without-card = Questo computer non ha una scheda grafica che Cuddle possa usare; { $title } ne richiede una.
auto-card-too-small = La scheda grafica ha { NUMBER($there, useGrouping: 0) } GB; { $title } richiede { $needed } GB o più.
auto-card-large-enough = La scheda grafica ha { NUMBER($there, useGrouping: 0) } GB, abbastanza per { $title }.
photos-drawn-by = Scegli { $title } in “Altre impostazioni”; la scheda grafica qui è grande abbastanza.
photos-drawn-elsewhere = Per foto vere avvia Cuddle su un computer con una scheda grafica da { $needed } GB o più, o scegli { $title } in “Altre impostazioni”, che qui impiega ore; per provare Cuddle adesso, prendi le foto di esempio.
photo-beyond-pocket = Il modello Pocket non sa disegnare la foto { NUMBER($number, useGrouping: 0) }: conosce solo il suo piccolo mondo da cartone animato, e una lezione su altre foto finisce in frammenti colorati. { $instead }
lesson-too-long-on-cpu = Questa lezione su { $title } richiederebbe tra { $least } e { $most } qui, dove Cuddle lavora sulla CPU ({ $samples } sguardi alle foto, { $tflop } TFLOP ciascuno). Serve una scheda grafica da { $needed } GB o più; scegli il modello Pocket, o avvia Cuddle su un computer con una scheda così.
some-days = { NUMBER($count, useGrouping: 0) } giorni
some-hours = { NUMBER($count, useGrouping: 0) } ore
some-minutes = { NUMBER($count, useGrouping: 0) } minuti
base-model-pickle = { $file } è un file pickle ({ $suffix }), che non viene mai aperto perché può eseguire programmi. Prendi quel modello in formato .safetensors, o un altro.
base-model-no-safetensors = { $file } non è un file .safetensors. Va bene un modello Stable Diffusion XL o 1.5 intero che finisce in .safetensors, e anche una cartella diffusers.
base-model-unknown = Non c’è il modello di base “{ $name }”. Vanno bene: auto, { $known }, una cartella o un file .safetensors di un modello Stable Diffusion XL o 1.5 su questo computer, o un repository dell’Hub scritto come owner/name.
base-model-file-gone = { $file } non c’è (più). Rimettilo a posto, o scegli un altro modello di base.
base-model-not-at = Il modello di base { $title } non si trova in { $place }. Rimettilo a posto, o scegline un altro.
base-model-not-in-folder = Il modello di base { $title } non si trova in { $folder }. Rimettilo lì, o scegline un altro.
base-model-not-opened = Non si può aprire { $title } in { $place } ({ $error }). Va bene un modello { $family } intero: copialo o scaricalo di nuovo.
base-model-without-part = { $title } in { $folder } non ha la cartella “{ $part }”. Va bene una cartella diffusers intera: copiala o scaricala di nuovo.
base-model-of-another-family = { $title } è un modello { $family } ed era stato preso per un modello { $taken_for }. Ora Cuddle lo sa: sceglilo ancora una volta, e ricomincia.
base-model-predicts-other = { $title } predice “{ $predicted }”; Cuddle lavora con modelli che predicono rumore o velocità, come SDXL base. Scegline uno.
base-model-not-portable = Il modello di base { $name } è un file o una cartella di questo computer, e il lavoro si fa su un’altra macchina, dove non significa niente. Scegli pocket, sdxl, sd15 o un repository dell’Hub scritto come owner/name, o avvia Cuddle senza --engine per lavorare qui.
family-unknown = { $title } è della famiglia “{ $family }”; vanno bene: { $fine }.
subject-of-another-family = { $name } viene da una lezione su { $family } e non va bene con { $title }. Scegli soggetti imparati sullo stesso modello di base, e quel modello di base o auto.
subject-base-model-gone = { $name } viene da una lezione su { $base_model }, che non si può più usare: { $why } Va bene anche qualunque altro modello { $family }: scegline uno per l’immagine.
device-unknown = Non c’è il dispositivo “{ $device }”; vanno bene: auto, { $fine }.
device-not-usable = Il dispositivo “{ $device }” non si può usare su questo computer; qui vanno bene: auto, { $fine }.
sampler-not-for-flow = { $sampler } non funziona su questo modello di base. Scegli uno di questi: { $fine }.
picture-overflowed = L’immagine è venuta vuota (i suoi numeri sono andati oltre il limite). Scegli una scala di guida o forze della somiglianza più piccole, e riprova.
base-model-refused = { $name } è { $what }. Va bene un modello Stable Diffusion XL o 1.5 intero in fp16, bf16 o fp32; scegline un altro.
kind-unknown = un modello che Cuddle non conosce (la sua prima parte è “{ $part }”)
kind-without-text-encoder = un modello { $title } senza il suo encoder di testo, quindi non intero
kind-without-autoencoder = un modello { $title } senza il suo autoencoder, quindi non intero
kind-of-pipeline = un modello di tipo { $pipeline }
kind-with-channels = un modello che prende immagini in ingresso ({ $channels } canali invece di 4)
kind-of-width = uno Stable Diffusion di un’altra larghezza ({ $width })
kind-inpainting = un modello di inpainting, che riempie buchi nelle immagini (9 canali in ingresso invece di 4)
kind-sd2 = un modello Stable Diffusion 2
kind-refiner = il refiner SDXL, che rifinisce solo immagini del modello di base
kind-lora = un LoRA, non un modello di base. Nella Home si può importare come soggetto
kind-controlnet = un ControlNet, non un modello di base
kind-video = un modello per video
kind-flux = un modello Flux
kind-sd3 = un modello Stable Diffusion 3
kind-other-channels = un modello che prende immagini in ingresso (il suo primo strato ha un numero di canali diverso da 4)
kind-quantised = un modello salvato in meno di 16 bit per numero (fp8 o quantizzato), su cui le lezioni non possono basarsi
kind-cut-down-sdxl = un parente più piccolo di Stable Diffusion XL (come SSD-1B), la cui forma in un solo file non viene letta
kind-text-encoder = solo un encoder di testo
kind-autoencoder = solo un autoencoder (VAE)
kind-unet = solo una UNet, tolta da una cartella diffusers; dai la cartella intera
kind-embedding = un embedding (textual inversion), non un modello di base
folder-no-diffusers = { $folder } non è una cartella diffusers: non ha un { $file } leggibile. Copia o scarica di nuovo la cartella intera.
folder-without-configuration = { $folder } non ha un { $file } leggibile. Copia o scarica di nuovo la cartella intera.
configuration-damaged = { $file } è danneggiato. Copialo o scaricalo di nuovo.
file-is-other = { $name } è { $what }.
file-cut-off = { $name } è troncato: ci sono { $there } di { $whole }. Scaricalo di nuovo.
file-damaged = { $name } non è un file .safetensors, o è danneggiato. Scaricalo di nuovo, o scegline un altro.
amount-bytes = { $number } byte
amount-kilobytes = { $number } kB
amount-megabytes = { $number } MB
amount-gigabytes = { $number } GB
file-text = un file di testo (comincia con “{ $text }”), non un file .safetensors; scegline un altro
file-no-safetensors = qualcosa di diverso da un file .safetensors, o un file danneggiato; scaricalo di nuovo, o scegline un altro
file-git-lfs = un puntatore di Git LFS, non il file stesso; esegui 'git lfs pull', o scarica il file
file-web-page = una pagina web; scarica il file stesso, non la pagina che ne parla
file-gguf = un file GGUF, che Cuddle non legge
file-pickle-or-zip = un file pickle o zip (.ckpt, .pt), che non viene mai aperto perché può eseguire programmi
file-pickle = un file pickle (.ckpt, .pt), che non viene mai aperto perché può eseguire programmi
lora-fine = Va bene un LoRA come file .safetensors, fatto per lo stesso modello di base
lora-of-other-kind = { $name } è { $what }; Cuddle non lo importa. { lora-fine }.
other-oft = un file OFT
other-ia3 = un file IA3 (LyCORIS)
other-differences = un file di differenze intere (LyCORIS)
other-glora = un GLoRA (LyCORIS)
other-norms = un file LyCORIS che cambia le norme
other-embedding = un embedding
other-controlnet = un ControlNet
other-whole-model = un modello intero
other-flux = un LoRA per Flux o per un modello simile
other-sd3-or-flux = un LoRA per Stable Diffusion 3 o Flux
lora-of-other-numbers = { $name } contiene la sua parte “{ $part }” come { $type }, e non sono numeri da LoRA. Vanno bene fp32, fp16, bf16 e fp8 (e4m3 o e5m2); salvalo di nuovo in uno di questi.
lora-part-empty = { $name } è danneggiato: la sua parte “{ $part }” non contiene numeri. Scaricalo di nuovo. { lora-fine }.
lora-too-large = { $name } è di { $size } GB; vanno bene file LoRA fino a { $most } GB.
lora-of-other-family = { $name } è un LoRA per { $family } e non va bene con { $title }. Scegli il modello di base per cui è stato fatto, o un altro file.
lora-none-in-file = { $name } non contiene un LoRA (la sua prima parte è “{ $part }”). { lora-fine }.
lora-part-not-there = { $name } non va bene con { $title }, che non ha la parte “{ $part }”. { lora-fine }.
lora-layer-twice = { $name } cambia “{ $layer }” due volte, con due nomi, quindi è danneggiato. { lora-fine }.
lora-of-text-alone = { $name } cambia solo gli encoder di testo, che qui restano fuori. { lora-fine }.
lora-layer-incomplete = { $name } è incompleto: “{ $layer }” ha solo { $parts }. { lora-fine }.
lora-layer-of-other-size = { $name } non va bene con { $title }: la sua modifica di “{ $layer }” è { $sizes }, e lo strato del modello di base va da { NUMBER($inputs, useGrouping: 0) } a { NUMBER($outputs, useGrouping: 0) }. { lora-fine }.
lora-not-finite = { $name } è danneggiato: “{ $layer }” contiene numeri che non sono finiti. { lora-fine }.
lora-change-too-large = { $name } è danneggiato: la sua modifica di “{ $layer }” è così grande (numeri di 65504, dove finisce la mezza precisione, o un peso cambiato di più di { $most }) che non se ne potrebbe fare nessuna immagine. Scaricalo di nuovo, o scegline un altro.
lora-file-broken = { $name } non è un file .safetensors, o è danneggiato. { lora-fine }; i file più vecchi .pt e .ckpt non vengono mai aperti, perché possono eseguire programmi.
hub-log-in = accedi su questo computer con '.venv/bin/hf auth login'
hub-no-token = Cuddle non ha ancora un token di Hugging Face. Creane uno che può scrivere su { $page }, poi { hub-log-in } (o imposta HF_TOKEN prima di avviare Cuddle).
hub-no-token-on-space = Questo Space non ha un token di Hugging Face. Apri le sue Settings, aggiungi sotto “Variables and secrets” un secret di nome HF_TOKEN con un token da { $page } che può scrivere, e tieni privato lo Space: chiunque lo apra potrebbe pubblicare a tuo nome.
hub-shared = Cuddle è aperto ad altri con un link pubblico, e lì chiunque pubblicherebbe a tuo nome. Avvialo senza --share per pubblicare.
hub-token-no-token = Quello che è conservato come token di Hugging Face contiene caratteri che nessun token ha. Copiane uno nuovo da { $page }, senza spazi né virgolette, e dallo a Cuddle al posto del vecchio.
hub-token-may-only-read = Il token di Hugging Face di { $name } può solo leggere. Creane uno che può scrivere su { $page }, e dallo a Cuddle al posto di questo.
hub-token-unknown = L’Hugging Face Hub non conosce il token che c’è qui (401); forse è stato eliminato. Creane uno nuovo su { $page }, dallo a Cuddle al posto del vecchio, e riprova.
hub-token-without-right = Il token di Hugging Face che c’è qui non ha il permesso di farlo con { $what } (403). Creane uno che può scrivere su { $page }, dallo a Cuddle al posto del vecchio, e riprova.
your-account = il tuo account
hub-offline = Cuddle è stato avviato con HF_HUB_OFFLINE, quindi non chiede niente all’Hugging Face Hub. Avvialo senza quella variabile, e riprova.
hub-answer-not-its-own = Quello che è arrivato per { $what } non è una risposta dell’Hugging Face Hub. Forse questa rete vuole che tu acceda: apri { $address } in un browser, poi riprova.
hub-not-reached = Non si riesce a raggiungere l’Hugging Face Hub per { $what } ({ $type }). Controlla la connessione a internet, poi riprova; qui niente è perso.
hub-gated = { $what } è protetto da una licenza. Aprilo su { $address } in un browser, accetta lì la licenza, { hub-log-in }, e riprova.
hub-asked-too-often = L’Hugging Face Hub ha ricevuto troppe richieste (429). Riprova tra qualche minuto; qui niente è perso.
hub-asked-too-often-for =
    { $minutes ->
        [one] L’Hugging Face Hub ha ricevuto troppe richieste (429). Riprova tra { NUMBER($minutes, useGrouping: 0) } minuto; qui niente è perso.
       *[other] L’Hugging Face Hub ha ricevuto troppe richieste (429). Riprova tra { NUMBER($minutes, useGrouping: 0) } minuti; qui niente è perso.
    }
hub-in-trouble = L’Hugging Face Hub ha problemi suoi ({ NUMBER($status, useGrouping: 0) }). Riprova con { $what } tra qualche minuto; qui niente è perso.
hub-not-found = { $what } non esiste sull’Hugging Face Hub, o è privato. Controlla il nome; se è privato { hub-log-in } con un account che può leggerlo, e riprova.
hub-name-taken = Il nome { $what } è già preso sull’Hugging Face Hub da qualcos’altro (409). Scegli un altro nome, e riprova.
hub-refused = L’Hugging Face Hub ha rifiutato { $what } ({ NUMBER($status, useGrouping: 0) }). Cambialo, e riprova.
hub-refused-saying = L’Hugging Face Hub ha rifiutato { $what } ({ NUMBER($status, useGrouping: 0) }: { $answer }). Cambialo, e riprova.
hub-no-name = “{ $given }” non è un nome sull’Hugging Face Hub. Dai owner/name, per esempio anna/dumpling-lora, o l’indirizzo della sua pagina.
hub-name-not-possible = “{ $name }” non può essere un nome sull’Hub; vanno bene lettere a-z, cifre, '-', '_' e '.', fino a 96 in tutto, per esempio dumpling-lora.
hub-owner-not-own = Il token che c’è qui è di { $name }, e non può pubblicare come { $owner }; vanno bene: { $fine }.
hub-address-elsewhere = “{ $address }” è un indirizzo di altrove. I LoRA vengono dall’Hugging Face Hub: dai owner/name, o l’indirizzo della sua pagina lì.
hub-whole-model = { $repository } è un modello intero e non un LoRA. Può essere un modello di base: sceglilo come tale, o dai qui un altro repository.
hub-several-files = { $repository } contiene { NUMBER($count, useGrouping: 0) } file: { $files }. Di’ quale, per esempio { $repository }/{ $first }.
hub-file-not-there = { $repository } non ha il file { $file }; c’è: { $there }.
hub-nothing-there = nessun file .safetensors
hub-file-no-safetensors = { $file } non è un file .safetensors; si importano solo file così.
hub-file-pickle = { $file } è un pickle, che non viene mai aperto perché può eseguire programmi. Si importano solo file .safetensors: dai un altro file o repository.
hub-repository-pickle = Quello che { $repository } contiene è un pickle, che non viene mai aperto perché può eseguire programmi. Si importano solo file .safetensors: dai un altro file o repository.
hub-repository-without-lora = { $repository } non contiene file .safetensors, quindi non c’è un LoRA da importare. Danne un altro.
hub-file-damaged = { $file } è arrivato danneggiato, ed è stato rimosso. Riprova; se succede ancora, controlla la connessione e il disco.
hub-file-without-room = { $file } richiede { $needed } GB sul disco, e lì sono liberi { $free } GB. Libera spazio, e riprova.
hub-part-damaged = { $file } di { $title } è arrivato danneggiato, ed è stato rimosso. Riprova; se succede ancora, controlla la connessione e il disco.
hub-cache-without-room = { $title } richiede { $needed } GB sul disco di { $folder }, e lì sono liberi { $free } GB. Libera spazio, o imposta HF_HOME su una cartella di un disco più grande, e riprova.
hub-helper-gone = { $repository } sull’Hub non ha più { $file }. Scegli un campionatore che non ha bisogno di un LoRA di aiuto, come DPM++ 2M AYS.
hub-no-diffusers-model = { $repository } sull’Hub non ha model_index.json, quindi non è un modello diffusers. Scegli un repository in formato diffusers, o scarica il suo file .safetensors e dai quello.
hub-no-safetensors = { $repository } sull’Hub non ha pesi .safetensors per “{ $folder }”. I pickle non vengono mai aperti, perché possono eseguire programmi; scegli un repository che ha file .safetensors.
base-model-gated = { $repository } è protetto da una licenza. Apri https://huggingface.co/{ $repository } in un browser, accetta lì la licenza, { hub-log-in }, e riprova.
base-model-not-on-hub = Non c’è il modello “{ $repository }” sull’Hugging Face Hub, o è privato. Controlla il nome; se è privato { hub-log-in }, e riprova.
base-model-not-let-go =
    L’Hugging Face Hub non ha dato { $title } ({ NUMBER($status, useGrouping: 0) }).{ $kept ->
        [some] { " " }{ $done } di { $total } GB sono qui e restano; il prossimo tentativo continua da lì.
       *[none] { "" }
    } Accedi su questo computer con '.venv/bin/hf auth login', con un account che può leggerlo, e riprova.
base-model-answered =
    L’Hugging Face Hub ha risposto { NUMBER($status, useGrouping: 0) } alla richiesta di { $title }.{ $kept ->
        [some] { " " }{ $done } di { $total } GB sono qui e restano; il prossimo tentativo continua da lì.
       *[none] { "" }
    } Riprova tra qualche minuto.
base-model-not-downloaded =
    { $title } va prima scaricato, e non si riesce a raggiungere l’Hugging Face Hub ({ $type }).{ $kept ->
        [some] { " " }{ $done } di { $total } GB sono qui e restano; il prossimo tentativo continua da lì.
       *[none] { "" }
    } Controlla la connessione a internet, poi riprova; il modello Pocket non ha niente da scaricare.
repository-taken = { $place } sull’Hub contiene { $what }. Scegli un altro nome, o di’ che si può sostituire; lì non è cambiato niente.
holding-something-else = qualcosa che Cuddle non ha pubblicato ({ $file })
holding-another-subject = un altro soggetto, { $name }
holding-a-subject = un soggetto pubblicato in precedenza
publish-file-missing = Per { $name } non c’è un file { $format }; rifai la lezione per pubblicare.
publish-files-missing = Per pubblicare { $name } servono tutti e due i file LoRA.
publish-under-way = La pubblicazione di { $place } è già in corso; aspetta che finisca, o prima annullala.
publish-picture-not-offered = L’immagine “{ $id }” non si può pubblicare con { $name }. Vanno bene le immagini che mostrano { $name } e nessun altro e che sono partite dalle parole, e anche i disegni della lezione.
publish-too-many-pictures = Hai scelto { NUMBER($count, useGrouping: 0) } immagini; sull’Hub se ne mostrano fino a { NUMBER($most, useGrouping: 0) }.
publish-file-not-made = Il file “{ $file }” non l’ha fatto Cuddle; si possono pubblicare solo i suoi.
publish-picture-gone = L’immagine { $file } non c’è più; scegline altre da pubblicare.
publish-picture-not-read = Non si può leggere l’immagine { $file }; scegline altre da pubblicare.
publish-lora-gone = Il file LoRA { $file } di { $name } non c’è più; pubblica di nuovo { $name }.
publish-name-no-model = Il nome { $repository } è già preso sull’Hub da qualcosa che non è un modello. Scegli un altro nome, e riprova.
publish-not-whole = { $file } non è arrivato intero in { $repository }. Riprova; quello che c’è già non si manda una seconda volta.
the-worker = Il worker
worker-of-several = Il worker { NUMBER($number, useGrouping: 0) } di { NUMBER($count, useGrouping: 0) }
worker-not-looked-after = { $worker } non ha potuto essere seguito: { $error }
worker-ended = { $worker } si è fermato.
worker-ended-with-code = { $worker } si è fermato con il codice { NUMBER($code, useGrouping: 0) } (worker.log nella cartella dei dati dice di più).
worker-silent = { $worker } non rispondeva più.
worker-starts-again = { $why } Riparte tra { NUMBER($seconds, useGrouping: 0) } s; i lavori vanno avanti da soli.
worker-not-registered = Il worker “{ $id }” non è registrato; prima registralo.
worker-given-up = La pagina ha rinunciato a questo worker; quello che sta facendo va avanti altrove.
worker-given-up-for-now = La pagina ha rinunciato a questo worker, perché non si è fatto sentire per un po’ o perché ora ha un’altra cartella dei dati. Torna da sé quando non ha niente in mano.
worker-not-understood = Quello che dice il worker { $worker } non si può leggere ({ $type }: { $error }). Le due macchine devono avere la stessa versione di Cuddle.
workers-too-many = --workers è { NUMBER($workers, useGrouping: 0) }, ma ogni worker ha bisogno di una scheda grafica sua, e le schede sono { NUMBER($cards, useGrouping: 0) }. Scegli da 1 a { NUMBER($cards, useGrouping: 0) }, o lascia fuori --workers.
shared-folder-without-worker = Nella cartella condivisa { $folder } non c’è nessun worker. Sulla macchina che deve lavorare avvia python -m worker --shared-folder con quella cartella.
shared-folder-no-digest = “{ $name }” nella cartella condivisa non è uno SHA-256; qualcos’altro scrive anche lì.
page-says-unknown = La pagina dice “{ $what }”, che questa versione di Cuddle non conosce.
job-taken-from-worker = Il lavoro { $id } è stato tolto a questo worker; smetti di lavorarci.
data-folder-path-too-long = Il percorso della cartella dei dati è troppo lungo: con { $name } occupa { NUMBER($bytes, useGrouping: 0) } byte, e SQLite apre file fino a { NUMBER($most, useGrouping: 0) }. Scegline uno più corto con --data-folder.
data-folder-not-removed = La cartella dei dati stessa non si elimina mai; elimina un file o una cartella al suo interno.
file-outside-folder = “{ $file }” è fuori dalla cartella dei dati { $folder }; si usano solo i file al suo interno.
file-name-not-plain = “{ $name }” non può essere il nome di un file; usa lettere a-z, cifre, '_', '.' e '-'.
a-file = Un file
database-migrating-elsewhere = Un altro Cuddle sta aggiornando { $path } da più di { NUMBER($seconds, useGrouping: 0) } secondi. Chiudi l’altro, poi riavvia.
database-of-another-program = { $path } è un database, ma non uno di Cuddle. Scegli un’altra cartella dei dati con --data-folder, o sposta quel file.
database-newer = { $path } è stato scritto da un Cuddle più recente (la sua versione è “{ $version }”). Avvia quel Cuddle più recente, o scegli un’altra cartella dei dati con --data-folder; non è cambiato niente.
database-not-writable = Non si può scrivere in { $path }. Rendi scrivibili per te il file e la sua cartella, o scegli un’altra cartella dei dati con --data-folder.
database-not-opened = Non si può aprire { $path }. Rendi leggibili e scrivibili per te il file e la sua cartella, o scegli un’altra cartella dei dati con --data-folder.
database-no-database = { $path } non è un database, o è danneggiato. Spostalo e riavvia, o scegli un’altra cartella dei dati con --data-folder.
database-damaged = { $path } è danneggiato. Rimetti una copia di prima, o spostalo e riavvia; foto, file LoRA e immagini stanno lì accanto e non vengono toccati.
database-in-use = { $path } è stato usato da un altro programma per { NUMBER($seconds, useGrouping: 0) } secondi. Chiudi i programmi che lo tengono aperto, poi riprova.
database-disk-error = Il disco con { $path } ha segnalato un errore. Controlla che sia collegato e abbia spazio libero, poi riavvia.
picture-not-found = Non c’è (più) l’immagine “{ $id }”; l’Album mostra quelle che ci sono.
subject-not-found = Non c’è (più) un soggetto di nome “{ $name }”; scegline uno di quelli imparati.
subject-name-taken = C’è già un soggetto di nome “{ $name }”; scegli un altro nome, o elimina quello.
trigger-word-taken = La parola di attivazione “{ $word }” appartiene già a { $name }; scegline un’altra.
lesson-without-photos = Questa lezione non ha foto; danne almeno 3.
photo-learned-and-aside = La foto { $photo } è sia imparata sia tenuta da parte; scegli una delle due cose.
caption-without-photo = C’è una didascalia per { $name }, ma in questa lezione non c’è questa foto.
place-not-a-box = Il posto di { $name } è { $box }; dai sinistra, alto, destra, basso tra 0 e 1, sinistra minore di destra e alto minore di basso.
subjects-too-many = Hai scelto { NUMBER($count, useGrouping: 0) } soggetti; in un’immagine ne entrano fino a { NUMBER($most, useGrouping: 0) }.
subjects-not-possible = Soggetti in questa immagine: { NUMBER($count, useGrouping: 0) }; vanno bene da 1 a { NUMBER($most, useGrouping: 0) }.
larger-version-too-large = La versione ingrandita sarebbe di { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixel; vanno bene fino a { NUMBER($most, useGrouping: 0) } per lato. Scegli una dimensione più piccola, o meno volte.
grid-of-several-seeds = Una griglia mostra un solo seme, e sono richieste { NUMBER($count, useGrouping: 0) } immagini; chiedine 1.
trigger-word-not-plain = Parola di attivazione: “{ $word }” non va bene; usa da 1 a 40 caratteri tra a-z e 0-9.
stored-values-unknown = Tra i dati salvati, { $type } contiene { $names }; qui invece c’è { $found }.
resolution-not-multiple = La risoluzione è { NUMBER($resolution, useGrouping: 0) }; scegli un multiplo di 8, per esempio 256 o 1024.
recipe-values-unknown = Una ricetta contiene { $names }; questa contiene { $found }.
option-unknown = Non c’è l’opzione “{ $option }”; le opzioni sono: { $options }.
steps-contradict-samples =
    { $counted ->
        [checkpoint_every_samples] I passi tra due checkpoint sono { NUMBER($steps, useGrouping: 0) } e gli sguardi tra due checkpoint { NUMBER($samples, useGrouping: 0) }
        [sample_every_samples] I passi tra due immagini di prova sono { NUMBER($steps, useGrouping: 0) } e gli sguardi tra due immagini di prova { NUMBER($samples, useGrouping: 0) }
       *[samples] I passi sono { NUMBER($steps, useGrouping: 0) } e gli sguardi { NUMBER($samples, useGrouping: 0) }
    }, ma con una dimensione del batch di { NUMBER($batch_size, useGrouping: 0) }, { NUMBER($steps, useGrouping: 0) } passi fanno { NUMBER($seen, useGrouping: 0) } sguardi alle foto. Dai uno dei due.

## ---- Jobs: what they say while they run, and how they fail

job-state-queued = in coda
job-state-running = in corso
job-state-paused = in pausa
job-state-done = finito
job-state-failed = non riuscito
job-state-cancelled = annullato
job-state-interrupted = interrotto
job-cannot-become = Questo lavoro è { $state }; non può diventare “{ $other }”. Ricarica la pagina per vedere a che punto è.
job-not-found = Non c’è il lavoro “{ $id }”; la coda elenca i lavori che ci sono.
job-not-running = Il lavoro { $id } è { $state }; solo un lavoro in corso avanza. Smetti di lavorarci.
job-not-paused = Questo lavoro è { $state }; si può riprendere solo un lavoro in pausa.
job-not-waiting = Questo lavoro è { $state }; si può spostare solo un lavoro che aspetta in coda.
job-not-failed = Questo lavoro è { $state }; si può riprovare solo un lavoro non riuscito o annullato.
job-position-too-small = La posizione è { NUMBER($position, useGrouping: 0) }; il primo posto in coda è 1.
job-no-lesson-to-finish = Solo una lezione si può finire prima; annulla invece questo lavoro.
job-about-to-be-cancelled = Questo lavoro sta già per essere annullato.
job-over =
    Questo lavoro è già { $state }; solo un lavoro in attesa o in corso può essere { $command ->
        [pause] messo in pausa
        [finish] finito prima
       *[cancel] annullato
    }.
lesson-without-step = Questa lezione non ha ancora fatto un passo, quindi non c’è niente da tenere. Aspetta qualche passo, o annullala.
lesson-subject-deleted = Il soggetto di questa lezione è stato eliminato, e con lui le sue foto. Presentalo di nuovo.
lesson-photos-gone = Le foto di questa lezione non ci sono più. Presenta di nuovo il soggetto con le sue foto.
downloading = Scarico { $what }: { $done } di { $total } { $unit }
uploading = Carico su { $what }: { $done } di { $total } { $unit }
getting-ready = Mi preparo.
loading-base-model = Carico il modello di base.
lesson-looking = Guardo le foto.
lesson-picture-in-between = Faccio un’immagine di prova.
lesson-class-pictures = Faccio immagini del tipo “{ $kind }”: { NUMBER($made, useGrouping: 0) } di { NUMBER($count, useGrouping: 0) }.
lesson-too-slow = I passi sono diventati dieci volte più lenti, come succede quando la memoria della scheda grafica è piena: chiudi gli altri programmi che la usano.
plan-fast =
    { $rows ->
        [one] Una foto alla volta
       *[other] { NUMBER($rows, useGrouping: 0) } foto alla volta
    }: servono { NUMBER($needed, useGrouping: 0) } dei { NUMBER($free, useGrouping: 0) } GB liberi della scheda grafica.
plan-partly-twice =
    { $rows ->
        [one] Una foto alla volta
       *[other] { NUMBER($rows, useGrouping: 0) } foto alla volta
    } e una parte di ogni passo calcolata due volte: servono { NUMBER($needed, useGrouping: 0) } dei { NUMBER($free, useGrouping: 0) } GB liberi della scheda grafica.
plan-twice =
    { $rows ->
        [one] Una foto alla volta
       *[other] { NUMBER($rows, useGrouping: 0) } foto alla volta
    } e ogni passo calcolato due volte: servono { NUMBER($needed, useGrouping: 0) } dei { NUMBER($free, useGrouping: 0) } GB liberi della scheda grafica.
comparing-with-photos = Confronto con le foto.
all-found = Si vedono bene { $names }.
all-found-in-pictures =
    { $pictures ->
        [one] Si vedono bene nell’immagine: { $names }.
       *[other] Si vedono bene in tutte e { NUMBER($pictures, useGrouping: 0) } le immagini: { $names }.
    }
found-in-one = { $parts }.
some-found =
    { $count ->
        [one] { $names } si vede bene
       *[other] { $names } si vedono bene
    }
not-clearly-seen =
    { $count ->
        [one] { $names } non si vede chiaramente, prova un altro seme
       *[other] { $names } non si vedono chiaramente, prova un altro seme
    }
try-another-seed = { $seen }. Prova un altro seme.
not-clearly-seen-in =
    { $place ->
        [first] Nell’immagine
       *[later] nell’immagine
    } { NUMBER($picture, useGrouping: 0) } { $names } { $count ->
        [one] non si vede
       *[other] non si vedono
    } chiaramente
little-like =
    { $count ->
        [one] { $names } somiglia poco alle sue foto, prova un altro seme.
       *[other] { $names } somigliano poco alle loro foto, prova un altro seme.
    }
little-like-in =
    { $count ->
        [one] Poca somiglianza con le sue foto: { $each }.
       *[other] Poca somiglianza con le loro foto: { $each }.
    }
name-in-pictures = { $name } nell’immagine { $pictures }
summed-because = Fatta come somma semplice: lasciare che ciascuno resti se stesso non va ancora con { $what }.
obstacle-base-model = il modello di base { $title }
obstacle-subjects = più di { NUMBER($most, useGrouping: 0) } soggetti
obstacle-start = un’immagine di partenza
obstacle-sampler = il campionatore { $sampler }
obstacle-text-layers = il LoRA di { $name }, che cambia anche come si leggono le parole
obstacle-weight = un peso su { $name } che lascia fuori il suo tipo
larger-adds-everywhere = La seconda passata della versione ingrandita aggiunge i soggetti dappertutto.
import-embeddings-left-out = Il file contiene anche degli embedding ({ $first } …), lasciati fuori: { NUMBER($count, useGrouping: 0) } in tutto; il LoRA è intero anche senza.
import-own-words = Il file è stato imparato con le parole “{ $words }”; scrivile anche nei tuoi prompt.
job-cancelled = Annullato.
job-failed = Non ha funzionato, e non si sa perché. Riprova.
message-of-another-version = Un’altra versione di Cuddle ha annotato che cosa è successo qui ({ $key }), e questa non ha parole per dirlo.
job-stopped-unexpectedly = Qualcosa di imprevisto ha fermato questo lavoro ({ $type }: { $error }). Le sue foto e impostazioni sono conservate: riprova; se si ferma ancora, «{ job-log }» in «{ activity }» mostra dove.
job-stopped-in-vain = Il worker si è fermato { NUMBER($times, useGrouping: 0) } volte su questo lavoro senza andare avanti. Le sue foto e impostazioni sono conservate: riprova, con una dimensione o un batch più piccoli se la memoria era poca; worker.log nella cartella dei dati dice di più.
memory-too-small = C’era troppo poca memoria per questo. Chiudi gli altri programmi che usano la scheda grafica o la memoria, o scegli una dimensione o un batch più piccoli, e riprova.
lesson-photo-gone = La foto { $photo } di questa lezione non c’è più. Dalle foto eliminate nel frattempo non si può imparare: rifai la lezione del soggetto con le sue foto.
lesson-photo-not-read = La foto { $photo } di questa lezione non si può più leggere. Rifai la lezione del soggetto con le sue foto.
lesson-numbers-ran-away = I numeri della lezione sono andati fuori controllo al passo { NUMBER($step, useGrouping: 0) }. Le sue foto e impostazioni sono conservate: riprova con un tasso di apprendimento più piccolo, per esempio la metà.
lesson-subject-gone = Nel frattempo qualcuno ha eliminato { $name }, quindi non c’è più nessuno da imparare. Presenta di nuovo il soggetto.
picture-subject-deleted = Nel frattempo qualcuno ha eliminato { $name }, quindi questa immagine non si può fare. Fai senza quel soggetto, o presentalo di nuovo.
picture-subject-not-ready = La lezione di { $name } non è ancora finita; aspetta che lo sia, o fai senza.
start-picture-gone = L’immagine di partenza non c’è più. Sceglila di nuovo, o comincia senza.

## Home, the drawer of what goes on, and the lesson's story

activity = Attività
close-activity = Chiudi
pill-left = { $name }, { $time }
pill-and-more = { $first } (+{ NUMBER($count, useGrouping: 0) })
pill-waiting = { NUMBER($count, useGrouping: 0) } in attesa
pill-failed =
    { $count ->
        [one] Un problema
       *[other] { NUMBER($count, useGrouping: 0) } problemi
    }
pill-pictures =
    { $count ->
        [one] Un’immagine
       *[other] { NUMBER($count, useGrouping: 0) } immagini
    }
tell-me = Avvisami quando è pronto
tell-me-on = Cuddle ti avvisa quando qualcosa è pronto, anche mentre questa pagina è in secondo piano.
welcome = Presenta a Cuddle chi ami con qualche foto, poi riunisci tutti in un’unica immagine.
welcome-alt = Un gatto rosso tigrato e una donna dai capelli rossi, insieme su una spiaggia.
welcome-start = Inizia con le mie foto
welcome-try = Prova { $first } e { $second }
welcome-help = Le foto restano sul computer dove gira Cuddle.
home-make = Crea un’immagine
home-make-one = Con { $name } è tutto pronto per un’immagine.
home-make-two = Tutti quelli qui sotto con la lezione finita possono stare insieme in un’unica immagine.
newest-pictures = Ultime immagini
all-pictures = Tutte le immagini
make-first = Fai la prima immagine
first-ideas = Qualche idea
details = Dettagli
story-photo = { $name } in una foto
story-drawing = { $name } nell’ultimo disegno di Cuddle
story-left = Lezione finita tra { $time } circa.
story-left-little = Lezione finita tra meno di un minuto.
teach-close = Torna alla Home
samples-not-there = I soggetti di esempio non sono in questa copia di Cuddle; comincia invece con le tue foto.

## The form of Make

make-nobody-yet = Non hai ancora presentato nessuno a Cuddle. Puoi già fare immagini di tutto quello che vuoi; presenta qualcuno per vederlo nelle immagini.
teach-another = Presenta qualcuno
make-prompt-help = In una frase, con i loro nomi. (prompt)
make-button = Crea immagini
expert = Esperto
field-style = Lo stile
field-press = Il contrassegno della pressione sul pulsante
style-added = Lo stile aggiunge: { $words }
press-known = Hai appena chiesto la stessa identica cosa, quindi non è stata messa in coda due volte. Premi ancora una volta per averne di più.
quality-label = Quale qualità?
quality-draft = Bozza
quality-draft-help = Un’occhiata veloce
quality-good = Buona
quality-good-help = Va bene per quasi tutte le immagini
quality-best = Ottima
quality-best-help = Dettagli più fini, più tempo
quality-own = Nessuna delle tre: il campionatore, i passi o la guida sono stati impostati in “Esperto”.
quality-seconds = circa { $seconds } s
quality-minutes = circa { $minutes } min
shape-label = Quale formato?
shape-square = Quadrato
shape-tall = Verticale
shape-wide = Orizzontale
shape-own = Un’altra dimensione è stata impostata in “Esperto”: { $size }.
style-label = In quale stile?
style-none = Così com’è
style-none-help = Nessuna parola in più
style-photo = Foto
style-film = Pellicola
style-watercolour = Acquerello
style-storybook = Libro illustrato
style-pencil = Matita
style-clay = Plastilina
style-oil = Pittura a olio
style-other = Altre parole
style-own = Salva uno stile tuo
style-name = Il suo nome
style-name-example = L’album della nonna
style-words = Le parole che aggiunge
style-words-example = faded colour photograph, white border, 1970s
style-save = Salvalo
style-empty = A uno stile servono un nome e delle parole.
style-full = C’è posto per 40 stili tuoi; prima eliminane uno.
style-forget = Elimina lo stile { $name }
examples-title = Idee per la frase
examples-surprise = Sorprendimi
examples-back = Torna alle mie parole
examples-filled = Frase inserita: { $sentence }
example-nobody = un gatto
example-in-style = { $sentence } nello stile { $style }
example-windowsill = { $who } in pieno sonno su un davanzale al sole
example-cardboard-box = { $who } con il muso fuori da una scatola di cartone
example-bookshop = { $who } tra gli scaffali di una vecchia libreria
example-butterfly = { $who } in un giardino, lo sguardo su una farfalla
example-low-tide = { $who } di corsa sulla spiaggia con la bassa marea
example-leaves = { $who } con un balzo tra le foglie d’autunno
example-stream = { $who } tra gli spruzzi di un torrente di montagna
example-car-window = { $who } con la testa fuori dal finestrino dell’auto, pelo al vento
example-wildflowers = { $who } in un prato di fiori selvatici
example-blanket = { $who } sotto una coperta di lana
example-cafe = { $who } tra le risate in un piccolo caffè, fuori la pioggia
example-summit = { $who } in cima a una montagna all’alba
example-flower-market = { $who } a un mercato dei fiori in primavera
example-bicycle = { $who } in bicicletta per un borgo antico
example-baking = { $who } alle prese con il pane in una cucina luminosa
example-umbrella = { $who } sotto un ombrello rosso in una strada piovosa
example-tea-party = { $who } all’ora del tè su una coperta da picnic
example-astronaut = { $who } sulla Luna, la Terra nel cielo
example-wooden-table = { $who } su un tavolo di legno vicino a una finestra
example-shop-window = { $who } in una vetrina al crepuscolo
example-sand = { $who } per metà sotto la sabbia di una spiaggia tranquilla
example-moss = { $who } sul muschio in un bosco fitto
example-red-sofa = { $who } fianco a fianco su un divano rosso
example-picnic = { $who } a un picnic nel parco
example-rowing-boat = { $who } in barca a remi su un lago calmo
example-cherry-tree = { $who } insieme sotto un ciliegio in fiore
example-sunset = { $who } sulla spiaggia al tramonto
example-snowfall = { $who } sotto una neve lieve
example-balloon = { $who } in mongolfiera sopra le nuvole
example-autumn-forest = { $who } in un bosco d’autunno dorato
example-train = { $who } al finestrino di un treno notturno
example-campfire = { $who } accanto a un falò sotto le stelle
example-library = { $who } in una grandiosa biblioteca antica
example-lantern-street = { $who } in una strada piena di lanterne di carta
example-lavender = { $who } in un campo di lavanda
example-harbour = { $who } in un porticciolo di pescatori
example-drawn-lying-room = { $who } in posizione sdraiata in soggiorno
example-drawn-sitting-kitchen = { $who } in posizione seduta in cucina
example-drawn-waving-beach = { $who } in un gesto di saluto sulla spiaggia
example-drawn-hat-snow = { $who } con un cappello rosso nella neve
example-drawn-beach = { $who } sulla spiaggia
example-drawn-snow = { $who } nella neve
example-drawn-forest = { $who } nel bosco
example-drawn-city = { $who } in una strada di città
example-drawn-room = { $who } in soggiorno
example-drawn-meadow = { $who } in un prato
example-drawn-desert = { $who } nel deserto
example-drawn-night = { $who } di notte
example-drawn-kitchen = { $who } in cucina
example-drawn-lake = { $who } in riva al lago

## Languages

language-label = Lingua

## A part of a picture drawn again

part-not-one = Indica la parte dell’immagine da ridisegnare o con una maschera o con un riquadro.
part-missing = Indica la parte dell’immagine da ridisegnare: con una maschera, con un riquadro o con un soggetto di cui si conosce il posto nell’immagine.
part-not-a-box = Una parte di un’immagine è data da sinistra, alto, destra e basso tra 0 e 1, non da { $box }.
part-and-start = Un’immagine parte da un’altra, oppure è un’altra di cui si ridisegna una parte. Scegli una delle due cose.
part-of-absent = “{ $name }” non è in questa immagine, quindi lì non si può ridisegnare. Prima scegli questo nome per l’immagine.
mask-empty = In questa maschera non è segnato niente. Dipingi sopra la parte da ridisegnare.
given-inpaint = La parte ridisegnata
field-inpaint-strength = Quanto può cambiare la parte
field-place-x = Quanto lontano da sinistra
field-place-y = Quanto lontano dall’alto
comfy-whole-picture = Lì cambia tutta l’immagine; qui ne è stata ridisegnata una parte, e il resto è rimasto com’era.
found-part = È un’immagine di cui è stata ridisegnata una parte. Le sue parole e i suoi numeri sono ripresi, la parte no.
fact-part = Ridisegnata
fact-part-of = una parte di un’altra immagine, che può cambiare di { $strength }
fact-part-who = { $names } in un’altra immagine, di cui una parte può cambiare di { $strength }
part-picture-gone = L’immagine di cui si doveva ridisegnare una parte non c’è più. Sceglila di nuovo.

## Photos: what is seen in them, and mended on the page

photo-badge-sideways = coricata
photo-badge-faces = più volti
photo-is-sideways = La foto { $photo } sembra coricata su un lato; raddrizzata insegna di più.
photos-are-sideways = Le foto { $photos } sembrano coricate su un lato; raddrizzate insegnano di più.
photo-is-faces = La foto { $photo } mostra più di un volto; ritagliala su quello che presenti, o toglila.
photos-are-faces = Le foto { $photos } mostrano più di un volto; ritagliale su quello che presenti, o toglile.
photos-few = { NUMBER($count, useGrouping: 0) } foto bastano per cominciare; { NUMBER($good, useGrouping: 0) } o più, da lati diversi, insegnano di più.
photos-one-background = Tutte le foto hanno quasi lo stesso sfondo, che potrebbe essere imparato insieme al tuo soggetto; aggiungine alcune scattate altrove.
photos-no-close-up = Nessuna foto mostra il volto da vicino; aggiungi un primo piano, o ritaglia una foto sul volto.
field-quarter-turns = Il numero di quarti di giro
field-is-removed = L’esclusione di una foto
field-crop = Un bordo del ritaglio
photo-edit-unreadable = Modifica di una foto: è arrivato { $value }; indica quarter_turns, crop e is_removed, per esempio { "{" }'quarter_turns': 1{ "}" }.
photo-edits-unreadable = Modifiche: è arrivato { $value }; dalle per nome di file, per esempio { "{" }'cat1.jpg': { "{" }'quarter_turns': 1{ "}" }{ "}" }.
photo-edit-of-no-photo = C’è una modifica per { $photo }, ma non c’è questa foto; dai le modifiche con i nomi delle foto.
photo-crop-unreadable = Ritaglio: è arrivato { $value }; indica i suoi bordi sinistra, alto, destra e basso, ciascuno tra 0 e 1.
photo-crop-too-narrow = Un ritaglio tiene troppo poco della sua foto; tieni almeno il { $least }% di ogni lato.
photo-cropped-too-small = Quello che resta di { $photo } ha { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixel; ne servono almeno { NUMBER($least, useGrouping: 0) } per lato. Tienine di più.
photo-left-out = La foto { $name } è tolta dalla lezione
photo-turn = Ruota
photo-crop = Ritaglia
photo-remove = Togli
photo-undo = Annulla
photo-turn-upright = Raddrizza
photo-turn-spoken = Ruota la foto { $number } di un quarto di giro verso destra ({ $name })
photo-crop-spoken = Ritaglia la foto { $number } ({ $name })
photo-remove-spoken = Togli la foto { $number } ({ $name })
photo-undo-spoken = Annulla l’ultima modifica di { $name }
photo-turn-upright-spoken = Raddrizza la foto { $number } ({ $name })
photo-turned = La foto { $name } è ruotata.
photo-cropped = La foto { $name } è ritagliata.
photo-removed = La foto { $name } è tolta.
photo-undone = L’ultima modifica di { $name } è annullata.
crop-title = Ritaglia la foto { $number }
crop-help = Traccia una cornice intorno a quello che deve restare, o spostane i bordi qui sotto. La foto in sé resta com’è, quindi si può annullare.
crop-frame = Quello che resta. Le frecce lo spostano e, con Maiusc, lo ingrandiscono o lo riducono.
crop-keep = Tieni questa parte
crop-cancel = Annulla
crop-left = Bordo sinistro
crop-top = Bordo superiore
crop-right = Bordo destro
crop-bottom = Bordo inferiore

## Album and opened pictures

album-day = Giorno
album-any-day = Tutte le date
album-people = Chi c’è nell’immagine
album-which = Quali immagini
album-starred = ★ Con stella
album-with-star = Con stella
album-star = Stella
album-bin = Cestino
album-select = Scegline alcune
album-bin-help = Le immagini restano nel cestino per { NUMBER($days, useGrouping: 0) } giorni; poi vengono eliminate per sempre.
album-empty-bin = Svuota il cestino
album-empty-bin-sure = Eliminare per sempre tutto quello che è nel cestino?
album-bin-emptied = Ora il cestino è vuoto.
album-bin-is-empty = Il cestino è vuoto.
album-choose-one = Scegli: { $title }
album-chosen = Scelte: { $count }
album-chosen-label = Che cosa fare delle immagini scelte
album-shown = Immagini: { $count }
album-choose-all = Scegli tutte quelle mostrate
album-download = Scarica zip
album-compare = Confronta
album-restore = Ripristina
album-for-good = Elimina per sempre
album-for-good-sure = Eliminare per sempre le immagini scelte ({ $count })?
album-done = Fatto
album-undo = Annulla
album-packing = Le immagini vengono messe in uno zip.
album-zoom = Zoom
album-differs = Che cosa cambia
album-all-the-same = Tutte e due sono state fatte con le stesse impostazioni.
album-page-unknown = Questo posto non esiste nell’album. Ricarica la pagina.
album-in-bin =
    { $count ->
        [one] L’immagine è nel cestino, per { NUMBER($days, useGrouping: 0) } giorni.
       *[other] { NUMBER($count, useGrouping: 0) } immagini sono nel cestino, per { NUMBER($days, useGrouping: 0) } giorni.
    }
album-restored =
    { $count ->
        [one] L’immagine è di nuovo qui.
       *[other] { NUMBER($count, useGrouping: 0) } immagini sono di nuovo qui.
    }
album-deleted =
    { $count ->
        [one] L’immagine è eliminata.
       *[other] { NUMBER($count, useGrouping: 0) } immagini sono eliminate.
    }
field-how-many-chosen = Il numero di immagini scelte
field-starred = La presenza di una stella
field-bin = La scelta del cestino
field-for-good = La scelta di eliminare per sempre
lightbox-title = Immagine aperta
lightbox-previous = Immagine precedente
lightbox-next = Immagine successiva
lightbox-place = { $number } di { $count }
lightbox-settings = Impostazioni
lightbox-copy = Copia impostazioni
lightbox-copied = Le impostazioni sono copiate.
lightbox-copy-infotext = Copia per altri programmi
lightbox-copied-infotext = Le impostazioni sono copiate come le leggono A1111, Forge e Civitai.
results-asked = Hai chiesto:
results-closest = La più simile
server-away = Cuddle in questo momento non risponde. Riprova tra un attimo.

## Il proprio account, gli ospiti e le cose
account-title = Il tuo account
account-link = Il tuo account: { $name }
account-close = Chiudi
account-wait = Un momento…
account-stay = Lascia com’è
account-copy = Copia
account-copied = Copiato.
account-you = Tu
account-owner = Hai fatto l’accesso come { $name }. Questo Cuddle è tuo.
account-guest = Hai fatto l’accesso come { $name }, su invito di { $owner }.
account-with-hub = Entri con il tuo account Hugging Face, { $name }.
account-browsers = { $count ->
    [one] Hai l’accesso aperto in un browser; ultimo uso: { $moments }.
   *[other] Hai l’accesso aperto in { NUMBER($count, useGrouping: 0) } browser; ultimi usi: { $moments }.
  }
account-log-out = Esci
account-log-out-everywhere = Esci ovunque
account-log-out-everywhere-sure = Uscire in ogni browser, anche in questo? I programmi con un tuo token continuano.
account-password = Cambia la password
account-password-help = Ti fa uscire ovunque; rientri con quella nuova.
account-password-help-owner = Ti fa uscire ovunque; rientri con quella nuova. Una password con cui Cuddle è stato avviato resta valida accanto.
account-password-current = La password che hai ora
account-password-new = Una nuova, di 12 caratteri o più
account-password-button = Cambiala
account-password-changed = La tua password è cambiata. Entra con quella nuova.
account-log-in-again = Entra
guests-title = Ospiti
guests-help = Gli ospiti insegnano e fanno qui le proprie immagini. Non vedono nulla di tuo, e tu di loro vedi solo quanto è.
guests-invite = Invita qualcuno
guests-link = Un link per una persona
guests-link-help = Mandalo a chi inviti. Vale una volta, fino al { $until }, e non viene più mostrato.
guests-invitations = Inviti che nessuno ha ancora usato
guests-invitation = Fatto il { $made }, vale fino al { $until }
guests-take-back = Ritira
guests-take-back-sure = Ritirare questo invito? Il suo link non porterà più da nessuna parte.
guests-nobody = Non c’è ancora nessun ospite.
guests-since = dal { $since }
guests-limits = Limiti di { $name }
guests-limits-button = Tieni questi limiti
guests-limits-kept = I limiti di { $name } sono salvati.
guests-most-waiting-jobs = Lavori in attesa insieme
guests-most-minutes-a-day = Minuti di lavoro al giorno
guests-most-disk-gb = GB del disco
guests-most-photos = Foto
guests-remove = Rimuovi
guests-remove-sure = Rimuovere { $name }? L’account sparisce subito, e tutto ciò che { $name } ha qui viene eliminato per sempre: foto, soggetti, lezioni e immagini.
guests-removed = { $name } non è più tra gli ospiti, e tutto ciò che { $name } aveva qui è eliminato.
guests-may-use = Gli ospiti possono fare immagini di { $name }
guests-may-use-help = Non vedono mai le foto, e non ricevono né il file né la lezione.
programs-title = I tuoi programmi
programs-help = Un tuo programma entra con un token invece che con la tua password. Chi ha un token può fare qui tutto ciò che puoi fare tu.
programs-none = Nessun programma ha un token.
programs-label = A che cosa serve il token
programs-make = Crea un token
programs-secret = Il token per { $label }
programs-secret-help = Copialo ora; non viene più mostrato. In Python gradio_client lo manda così:
programs-unused = Creato il { $made }, non ancora usato
programs-used = Creato il { $made }, usato l’ultima volta il { $used }
programs-revoke = Revoca
programs-revoke-sure = Revocare il token per { $label }? I programmi che lo usano da allora vengono respinti.
things-title = Le tue cose
things-none = Qui non c’è ancora nulla.
things-how-much = Hai qui { $things }.
things-subjects = { $count ->
    [one] un soggetto
   *[other] { NUMBER($count, useGrouping: 0) } soggetti
  }
things-photos = { $count ->
    [one] una foto
   *[other] { NUMBER($count, useGrouping: 0) } foto
  }
things-pictures = { $count ->
    [one] un’immagine
   *[other] { NUMBER($count, useGrouping: 0) } immagini
  }
things-usage = { $size } sul disco · { NUMBER($minutes, useGrouping: 0) } min di lavoro nelle ultime 24 ore · { $jobs ->
    [0] nessun lavoro in attesa
    [one] un lavoro in attesa
   *[other] { NUMBER($jobs, useGrouping: 0) } lavori in attesa
  }
things-take = Porta via tutto
things-take-help = Uno zip con le tue foto, i file LoRA e le immagini. Può richiedere qualche minuto.
things-taken = Il tuo browser salva ora lo zip con tutto.
things-delete = Elimina tutto ciò che è mio
things-delete-help = Foto, soggetti, lezioni e immagini spariscono allora per sempre. Portali via prima, se potresti volerli ancora.
things-delete-account = Il tuo account qui sparisce con loro.
things-type = Scrivi «{ $word }» per eliminare tutto
things-word = elimina
things-delete-sure = Eliminare tutto ciò che è tuo? Non si può recuperare.
things-delete-button = Elimina tutto
things-typed-wrong = È stato scritto '{ $typed }'; per eliminare tutto, scrivi { $word }. Nulla è stato eliminato.
field-label = A che cosa serve il token
field-token = L’id del token
field-invitation = L’id dell’invito
field-guest = L’id dell’ospite
field-typed = Ciò che è stato scritto
field-most = Il limite

## Drawing a part again

part-again = Ridisegna una parte
part-again-back = Torna all’immagine
part-again-which = Quale parte?
part-again-somebody = Qualcuno
part-again-paint = Dipingi sopra
part-again-frame = Una cornice
part-again-somebody-help = Premi su chi va ridisegnato.
part-again-paint-help = Dipingi sopra quello che va ridisegnato, con il mouse o con un dito. Con la tastiera, scegli invece una cornice.
part-again-frame-help = Traccia la cornice intorno a quello che va ridisegnato, o spostane i bordi qui.
part-again-person = Ridisegna { $name }
part-again-canvas = L’immagine su cui dipingere
part-again-brush = Dimensione del pennello
part-again-clear = Cancella tutto
part-again-erase = Gomma
part-again-frame-keys = Quello che viene ridisegnato. Le frecce lo spostano e, con Maiusc, lo ingrandiscono o lo riducono.
part-again-prompt = Che cosa c’è lì
part-again-prompt-help = Vuoto: come è stata descritta l’intera immagine.
part-again-strength = Quanto può cambiare?
part-again-little = Un po’
part-again-clearly = Parecchio
part-again-anew = Del tutto
part-again-go = Ridisegna
part-again-nobody = Non è ancora scelto nessuno. Premi su qualcuno nell’immagine.
part-again-nothing = Non è ancora dipinto niente. Dipingi sopra la parte da ridisegnare.
part-again-damaged = Quello che è stato dipinto non è arrivato come PNG di al massimo { NUMBER($most, useGrouping: 0) } pixel sul lato lungo. Ricarica la pagina e dipingi di nuovo.

# What a guest may take up
limit-name = Il limite
limit-waiting-jobs = Quanti lavori aspettano insieme
limit-minutes-a-day = Minuti di lavoro al giorno
limit-disk-gb = GB del disco
limit-photos = Quante foto
over-waiting-jobs = { $count ->
        [one] Un tuo lavoro aspetta
       *[other] { NUMBER($count, useGrouping: 0) } tuoi lavori aspettano
    } già, e insieme ne possono aspettare fino a { NUMBER($most, useGrouping: 0) }; aspetta che uno cominci, o annullane uno.
over-minutes-a-day = Hai usato { $count ->
        [one] il tuo minuto
       *[other] i tuoi { NUMBER($count, useGrouping: 0) } minuti
    } di lavoro per un giorno; riprova fra { $wait }, o chiedine di più alla proprietaria.
over-disk = I tuoi file occupano { $used } dei { NUMBER($most, useGrouping: 0) } GB che hai, e questo non ci sta più; elimina immagini (e svuota il cestino) o soggetti, o chiedi più spazio alla proprietaria.
over-photos = Hai { NUMBER($count, useGrouping: 0) } foto, e con altre { NUMBER($new, useGrouping: 0) } sarebbero più delle { NUMBER($most, useGrouping: 0) } che puoi avere; danne di meno, elimina un soggetto, o chiedine di più alla proprietaria.
owner-without-limits = La proprietaria non ha limiti; scegli un ospite.

# What guests may use, and what is the owner's alone
request-lent = Se gli ospiti possono usarlo
subject-not-lent = La proprietaria non lascia più usare { $name } agli ospiti, quindi questa immagine non si può fare; fai senza quel soggetto, o chiedi a lei.
publish-owner-only = Pubblicare spetta alla proprietaria, perché l’account sull’Hub è suo; scarica invece il file LoRA, o chiedi a lei.
base-model-not-for-guests = Un ospite non può scegliere “{ $name }” come modello di base; scegline uno che è qui ({ $titles }), o chiedi alla proprietaria.

# People and what lets them in
hub-login-not-begun = Quell’accesso non è cominciato in questo browser, o troppo tempo fa; ricomincia.
hub-login-refused = Hugging Face non ha detto chi sei, perché è stato rifiutato; accedi di nuovo e consenti, oppure usa nome e password.
hub-login-failed = Hugging Face non ha risposto come doveva; riprova tra un momento, oppure usa nome e password.
login-with-hub = Accedi con Hugging Face
invitation-intro = Hai un invito a creare immagini qui. Scegli come vuoi chiamarti e una password tua.
invitation-password = Una nuova password, di 12 caratteri o più
invitation-button = Entra
invitation-to-login = Ho un account: accedi
upload-not-yours = Quel file non l’hai caricato tu, o non c’è più; caricalo di nuovo.
account-name-not-fine = Il nome «{ $name }» non va bene; vanno bene da 1 a { NUMBER($most, useGrouping: 0) } caratteri senza due punti.
account-name-taken = Qualcuno si chiama già { $name }; scegli un altro nome.
account-not-found = Questo account non c’è più.
too-many-accounts = Ci sono già { NUMBER($most, useGrouping: 0) } account, e di più non si può; la proprietaria può toglierne uno.
invitation-not-valid = Questo invito non vale più: è stato usato, ritirato o è scaduto. Chiedine uno nuovo.
invitation-not-found = Questo invito non c’è più.
token-not-found = Questo token non c’è più.
token-label-not-fine = «{ $label }» non va bene per dire a che serve un token; vanno bene da 1 a { NUMBER($most, useGrouping: 0) } caratteri.
too-many-tokens = Hai già { NUMBER($most, useGrouping: 0) } token, e di più non si può; prima revocane uno.
hub-user-not-invited = { $name } non è tra gli invitati; chiedi un invito alla proprietaria e apri prima il suo link.
current-password-wrong = Questa non è la tua password attuale; non è stato cambiato nulla.
owner-only = Questo può farlo solo la proprietaria di questo Cuddle; chiedi a lei.
owner-stays = L’account della proprietaria resta; quello di un ospite si può togliere.
password-too-long = La password ha { NUMBER($length, useGrouping: 0) } caratteri; ne vanno bene fino a { NUMBER($most, useGrouping: 0) }.

# Leaving: everything deleted, everything taken along
everything-removed = Eliminati: { $subjects ->
    [one] 1 soggetto
   *[other] { $subjects } soggetti
}, { $photos ->
    [one] 1 foto
   *[other] { $photos } foto
}, { $pictures ->
    [one] 1 immagine
   *[other] { $pictures } immagini
} e { $jobs ->
    [one] 1 lavoro
   *[other] { $jobs } lavori
}: { $files ->
    [one] 1 file
   *[other] { $files } file
} con { $size } MB. Non ne resta nulla.
everything-removed-but = Eliminati: { $subjects ->
    [one] 1 soggetto
   *[other] { $subjects } soggetti
}, { $photos ->
    [one] 1 foto
   *[other] { $photos } foto
}, { $pictures ->
    [one] 1 immagine
   *[other] { $pictures } immagini
} e { $jobs ->
    [one] 1 lavoro
   *[other] { $jobs } lavori
}: { $files ->
    [one] 1 file
   *[other] { $files } file
} con { $size } MB, tranne { $left ->
    [one] 1 cartella o file che un altro programma trattiene; chiudilo ed elimina di nuovo tutto
   *[other] { $left } cartelle o file che un altro programma trattiene; chiudilo ed elimina di nuovo tutto
}.
everything-readme =
    Questo è tutto ciò che avevi in Cuddle.

    photos/ – le foto da cui si è imparato, una cartella per soggetto; un file di testo accanto a una foto è la sua descrizione
    loras/ – ciò che si è imparato: NAME.safetensors per ComfyUI, A1111, Forge e InvokeAI, NAME_for_diffusers_only.safetensors per diffusers
    samples/ – i disegni fatti durante le lezioni
    pictures/ – le tue immagini, anche quelle del cestino, ognuna con le sue impostazioni dentro
    pictures.csv – le impostazioni di tutte le immagini in una tabella; pictures.json – lo stesso per i programmi
    subjects.json – nome, tipo, parola di attivazione e modello di base di ogni soggetto
    jobs.json – ciò che hai chiesto, con tutti i numeri di ogni lezione
    starts/ – immagini da cui altre sono partite, e maschere dipinte

    Per riavere un soggetto in qualsiasi Cuddle: scegli “Ho già un LoRA” e dai il file da loras/, con il nome e il tipo da subjects.json. Le immagini si possono trascinare dove si creano immagini, che ne riprende le impostazioni.
everything-readme-missing = Questi file non c’erano già più quando è stato preparato il pacchetto: { $files }.

# Copies of the database in a mounted bucket
database-restored = Il database è la copia del { $made_at }; ciò che è cambiato dopo è perduto.
database-restored-older = Il database è la copia del { $made_at }, perché { $damaged ->
    [one] la copia più recente è danneggiata
   *[other] le { $damaged } copie più recenti sono danneggiate
}; ciò che è cambiato dopo è perduto.
database-reconciled = Tolti dagli elenchi, perché i file non ci sono più: { $pictures ->
    [one] 1 immagine
   *[other] { $pictures } immagini
} e ciò che { $subjects ->
    [one] aveva imparato 1 soggetto
   *[other] avevano imparato { $subjects } soggetti
}; dove ci sono le foto, presentalo di nuovo.
database-copies-damaged = Nessuna delle copie del database in { $folder } è intera ({ NUMBER($count, useGrouping: 0) } guardate); uno vuoto nasconderebbe tutto quello che c’è. Metti lì una copia intera, o sposta quella cartella per cominciare da zero.
database-not-copied = Non si è potuta fare una copia del database ({ $reason }); si proverà di nuovo.

## Come funziona

how-it-works = Come funziona
how-card = Come nasce un’immagine? Guardalo su una delle tue, in cinque minuti.
how-this-picture = Com’è stata fatta?
how-back = Chiudi
how-intro = Così è nata la tua immagine, e questo fa ogni impostazione. Niente qui la cambia, e niente di nuovo arriva nell’album.
how-intro-sample = Non hai ancora un’immagine, quindi questa degli esempi mostra come funziona: «{ $prompt }». Quando ne avrai una, qui vedrai la tua.
how-nothing = Non c’è ancora un’immagine su cui mostrarlo. Fai la prima in «Crea», poi torna qui.
how-one-thing = Una cosa alla volta
how-one-thing-help = Qui ogni volta cambia una cosa sola. Tutto il resto rimane com’era per la tua immagine, anche il primo rumore.
how-show = Mostramelo
how-show-again = Riprova
how-stop = Ferma
how-play = Riproduci
how-working = Si sta facendo
how-denoising = Dal rumore all’immagine
how-prompt = Le parole
how-guidance = La guida
how-sampler = Il campionatore
how-seed = Il seme
how-lora = Quello che è stato imparato
how-denoising-help = Un’immagine comincia come rumore, come un vecchio televisore senza segnale. Passo dopo passo il modello indovina che cosa vi si nasconde, e toglie un po’ di quello che non va d’accordo.
how-prompt-help = Le tue parole tirano ogni supposizione dalla loro parte. Con altre parole lo stesso rumore diventa un’altra immagine, spesso disposta in modo simile.
how-guidance-help = La guida è quanto forte tirano le parole. Se è poca, l’immagine va per conto suo e forse manca quello che hai chiesto. Se è troppa, i colori diventano stridenti e le forme rigide.
how-sampler-help = Il campionatore decide quanto è grande ogni passo. Molti portano a un’immagine simile. Quelli con una «a» nel nome aggiungono rumore nuovo a ogni passo, e così arrivano altrove.
how-seed-help = Il seme è un numero da cui nasce il primo rumore. Lo stesso numero dà lo stesso rumore e la stessa immagine; ogni altro numero dà un’altra immagine delle stesse parole.
how-lora-help = Quello che le lezioni hanno imparato su { $names } è un piccolo file accanto al modello, chiamato LoRA. Senza, il modello legge le parole, ma non ha mai visto di chi si tratta. La somiglianza dice quanto se ne usa.
how-lora-help-nobody = Quello che una lezione impara su qualcuno è un piccolo file accanto al modello, chiamato LoRA. La somiglianza dice quanto se ne usa.
how-has = Quello che ha
how-guesses = Quello che suppone
how-slide = Dal rumore all’immagine
how-step = Passo { $step } di { $steps }
how-step-layout = Schizzo, passo { $step } di { $steps }
how-step-larger = Versione più grande, passo { $step } di { $steps }
how-step-done = Finita
how-frame-noise = Nient’altro che rumore. Il modello suppone già qualcosa: colori adatti alle tue parole, ancora nessuna forma.
how-frame-start = È cominciata da un’immagine coperta di rumore, perciò le grandi forme ci sono già.
how-frame-part = Solo la parte ridisegnata è rumore. Tutto intorno rimane.
how-frame-layout = Con più persone in un’immagine, prima viene uno schizzo veloce. Serve solo a capire chi starà dove.
how-frame-again = Lo schizzo viene coperto di nuovo di rumore. Da qui ciascuno è disegnato con quello che si è imparato su di lui, al proprio posto.
how-frame-shapes = Prima vengono le grandi forme: che cosa è terra, che cosa è cielo, e dove sta qualcuno.
how-frame-who = Ora si capisce chi è: colori, pelo, volti, vestiti.
how-frame-details = Per ultime vengono le cose piccole: occhi, bordi, ombre. La supposizione non cambia quasi più.
how-frame-larger = Per la versione più grande si mette di nuovo un po’ di rumore sull’immagine, e lo si toglie con dettagli più fini.
how-frame-done = Non c’è più rumore. Questa è l’immagine.
how-frame-closer = Non c’è più rumore. Chi è piccolo nell’immagine è stato poi disegnato ancora una volta da vicino e rimesso al suo posto. Questa è l’immagine.
how-alt-has = L’immagine con il suo rumore: { $step }
how-alt-guesses = Quello che il modello suppone: { $step }
how-same = È stata appena rifatta dalle sue impostazioni, ed è la tua immagine fino all’ultimo pixel.
how-nearly-same = È stata appena rifatta dalle sue impostazioni, ed è la tua immagine, salvo differenze che nessuno vede.
how-not-same = È stata appena rifatta dalle sue impostazioni, e non è più proprio la tua immagine: qualcosa con cui, o su cui, è stata fatta da allora è cambiato.
how-other-recipe = Qualcosa con cui è stata fatta la tua immagine da allora è cambiato, per esempio quello che si è imparato su { $names }. Queste possono quindi differire per più di una cosa.
how-other-recipe-nobody = Qualcosa con cui è stata fatta la tua immagine da allora è cambiato. Queste possono quindi differire per più di una cosa.
how-yours = La tua: { $value }
how-value-prompt = «{ $prompt }»
how-value-lora = somiglianza { $percent }%
how-value-lora-none = senza
how-value-lora-own = con
how-changed = Il { $percent }% dell’immagine è diverso
how-unchanged = Sembra uguale
how-try = Prova tu
how-try-help = Porta le impostazioni di questa immagine in «Crea», e cambia una cosa sola.
how-no-sheet = Questo è un foglio di più immagini. Aprine una nell’album, e chiedi lì.
how-subjects-gone = { $count ->
        [one] { $names } non c’è più, o non è pronto. Senza, questa immagine non si può rifare.
       *[other] { $names } non ci sono più, o non sono pronti. Senza di loro questa immagine non si può rifare.
    }
how-model-gone = Il modello di base di questa immagine non è più qui. Senza, l’immagine non si può rifare.
how-no-subject = In questa immagine non c’è nessuno che tu abbia insegnato, quindi non c’è niente di imparato da togliere.
how-sampler-alone = { $sampler } ha bisogno di un suo LoRA ausiliario, quindi non si può cambiare solo il campionatore.
title-explanation = Come funziona: { $topic }
field-topic = L’argomento
explanation-variants = Sono state chieste { $count } varianti. «Dal rumore all’immagine» non ne ha nessuna, ogni altro argomento ne ha da 1 a { $most }.
explanation-picture-gone = L’immagine di cui si tratta non c’è più. Scegline un’altra.
explanation-not-made = Questo non è ancora stato fatto. Chiedilo con /explain_picture, e torna quando il suo lavoro è finito.
