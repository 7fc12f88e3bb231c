# Everything that Cuddle says, in German.

as-written = { $text }
several-sentences = { $sentences }
and-more = { $items } und { NUMBER($count, useGrouping: 0) } mehr
title = Cuddle
tagline = Zeig Cuddle, wen du liebst. Dann hol alle in ein Bild.
home = Zuhause
make = Erstellen
album = Album
teach-somebody = Jemand Neues vorstellen

## Jobs strip

nothing-to-do = Gerade ist nichts los. Lektionen und Bilder, die du startest, erscheinen hier und laufen weiter, wenn du die Seite schließt.
no-worker = Cuddles Motor läuft an. Was hier wartet, beginnt von selbst, sobald er bereit ist.
may-close = Du kannst die Seite schließen.
pause = Pause
resume = Weiter
finish = Jetzt aufhören und behalten
finish-title = Die Lektion zu { $name } hier beenden?
finish-sure = Was Cuddle in { NUMBER($step, useGrouping: 0) } von { NUMBER($steps, useGrouping: 0) } Schritten gelernt hat, bleibt. Danach geht es nicht weiter; wenn du nur unterbrechen willst, wähle Pause.
stay = Weitermachen
stay-paused = Pausiert lassen
steps-of = { NUMBER($step, useGrouping: 0) } von { NUMBER($steps, useGrouping: 0) } Schritten
learning = { $time } Lernzeit ({ $of })
cancel = Abbrechen
cancel-lesson-title = Die Lektion zu { $name } abbrechen?
cancel-gives-up = Das kostet { $what }.
cancel-all-lost = Alles davon ist verloren.
cancel-some-lost = Mit „Noch einmal“ ginge es ab Schritt { NUMBER($step, useGrouping: 0) } weiter; was danach kam, ist verloren.
cancel-none-lost = Mit „Noch einmal“ ginge es von dort weiter.
cancel-keep = Beenden und Gelerntes behalten
cancel-lesson = Lektion abbrechen
cancel-pictures-title = Dieses Bild nicht weitermachen?
cancel-pictures-loses = Das kostet etwa { $time } Arbeit daran. Fertige Bilder bleiben.
cancel-pictures = Aufhören

## Teach

teach-intro = Gib Cuddle ein paar Fotos von einer Katze, einer Person, einem Spielzeug … und es lernt, was daran besonders ist. Eine Lektion für jedes davon.
photos-label = Fotos
photos-help = { "*" }*3 bis 20 Fotos**, immer dasselbe Motiv, allein im Bild. Am besten lernt Cuddle aus verschiedenen Orten, Licht und Haltungen. JPEG, PNG, WebP, HEIC vom iPhone oder ein Zip davon. Fotos bleiben auf dem Computer, auf dem Cuddle läuft.
looking-who-draws = Cuddle sieht nach, ob das Pocket-Modell sie zeichnen kann.
samples-help = Keine Fotos zur Hand? Nimm Beispielfotos:
name-label = Name
name-help = So nennst du sie oder ihn in deinen Wünschen, etwa Dumpling oder Anna.
kind-label = Art
kind-help = Was es ist, in einem Wort: Katze, Hund, Frau, Mann, Teekanne … (class noun)
kinds = Katze, Hund, Frau, Mann, Mädchen, Junge, Baby, Kaninchen, Vogel, Pferd, Teddybär, Spielzeug, Puppe
taught-as = Wird als { $type } gelernt. Unter „Weitere Einstellungen“ kannst du das ändern.
taught-in-english = Wird als { $type } gelernt, mit dem englischen Wort „{ $noun }“, das Modelle lesen. Unter „Weitere Einstellungen“ kannst du das ändern.
type-person = Person
type-pet = Tier
type-object = Ding
type-style = Stil
type-label = Gelernt als
type-help = Davon hängt ab, wie viel eine Lektion braucht. Ein Stil ist, wie Bilder aussehen, nicht, wer darauf ist.
type-automatic = Was die Art sagt
samples-label = Blicke auf Fotos
preset-label = Wie sorgfältig
kept-aside = beiseitegelegt
kept-aside-help =
    { $count ->
        [one] Eines ist beiseitegelegt: Die Lektion sieht es nie, damit du nachher damit vergleichen kannst.
       *[other] { NUMBER($count, useGrouping: 0) } sind beiseitegelegt: Die Lektion sieht sie nie, damit du nachher damit vergleichen kannst.
    }
captions-label = Fotos in Worten (captions)
captions-help = Darf leer bleiben. Sag, was auf einem Foto außer dem Motiv zu sehen ist, damit Cuddle es nicht als Teil davon lernt: [name] schläft auf einem roten Sofa. Textdateien, die mit den Fotos kommen und so heißen wie sie (cat1.txt für cat1.jpg), werden auch genommen.
captions-empty = Sobald oben Fotos sind, kannst du in Worten sagen, was auf jedem zu sehen ist. Das muss niemand.
caption-placeholder = { "[" }name] …
advanced = Weitere Einstellungen
advanced-help = Das muss niemand anfassen. Wo du keine Zahl einträgst, gilt die graue; sie folgt aus allem, was oben steht.
teach-button = Lektion starten
works-with = Cuddle arbeitet hier mit { $title }. { $description }
consent = Stell Cuddle eine Person nur vor, wenn sie einverstanden ist.
your-subjects = Alle bisher
your-photos = Deine Fotos
held-out = Zum Vergleichen beiseitegelegt
draws-so-far = Was Cuddle bisher zeichnet
draws-help = Jedes Mal zwei Zeichnungen vom selben Anfang aus, damit du siehst, was etwas mehr Übung ändert.
drew = Was Cuddle unterwegs gezeichnet hat
drew-help = Sah ein früherer Schritt besser aus? Wähle { $name } unter „Alle bisher“ und dann den Schritt.
earlier-title = Einen früheren wählen
earlier-help = Mehr Übung ist nicht immer besser: Bilder können steif werden oder ein Foto kopieren. Vergleiche die Zeichnungen mit deinen Fotos und nimm den Schritt, der dir am besten gefällt. Nichts geht verloren: Du kannst jederzeit zurück. (checkpoints)
earlier-disk = Was dafür aufgehoben wird, braucht { $size } auf der Festplatte und verschwindet, wenn du { $name } löschst.
earlier-chosen = Du hast { $name } im Stand nach { NUMBER($steps, useGrouping: 0) } Schritten gewählt.
use-this = Diesen nehmen
in-use = in Gebrauch
kohya-button = LoRA für ComfyUI, A1111, Forge, InvokeAI
diffusers-button = LoRA nur für diffusers in Python
import-title = Ich habe schon ein LoRA
import-help = Eine .safetensors-Datei für das Basismodell, mit dem Cuddle hier arbeitet, aus Cuddle, einem anderen Programm oder vom Hugging Face Hub. Gib ihr den Namen und die Art, mit denen sie gelernt wurde.
import-word-label = Triggerwort
import-word-help = Das Wort, mit dem es gelernt wurde. Darf leer bleiben: Dann liest Cuddle es aus der Datei oder nimmt den Namen.
import-button = Aufnehmen

## Values that no page as it is sends

unread-value = { $what }: { $value } passt nicht in dieses Feld; lade die Seite neu und fülle es noch einmal aus.
unread-values = Ein Wert passt nicht in sein Feld; lade die Seite neu und fülle es noch einmal aus.
unread-event = Was da gedrückt wurde, ist unbekannt; lade die Seite neu und drücke noch einmal.
too-few-values = { NUMBER($count, useGrouping: 0) } Werte kamen an, { NUMBER($needed, useGrouping: 0) } sind nötig; lade die Seite neu und versuch es noch einmal.
call-unread = Dieser Aufruf lässt sich nicht lesen; schicke JSON mit einer Liste von Werten als data, wie es die Seite tut.
call-part-unread = { $name } dieses Aufrufs ist { $value }, und das kann nicht sein; lade die Seite neu und versuch es noch einmal.
a-field = Ein Feld ohne Namen

## What a value is called in a sentence about what came instead, by its name in the API and in the forms

field-photos = Die Liste der Fotos
field-file = Die Datei
field-name = Der Name
field-kind = Die Art
field-preset = Die Voreinstellung
field-base-model = Das Basismodell
field-options = Die Optionen
field-trigger-word = Das Triggerwort
field-hub-id = Der Name auf dem Hub
field-repository = Der Name auf dem Hub
field-license = Die Lizenz
field-private = Ob es privat ist
field-who-sees = Wer es sehen kann
field-pictures = Die Liste der Bilder
field-format = Das Format
field-step = Der Schritt
field-prompt = Der Prompt
field-negative-prompt = Die Liste dessen, was fehlen soll
field-subjects = Die Liste der Motive
field-sampler = Der Sampler
field-steps = Schritte
field-guidance-scale = Guidance-Skala
field-seed = Der Seed
field-width = Breite
field-height = Höhe
field-size = Die Größe
field-count = Wie viele Bilder
field-surprise = Ob es jedes Mal ein neues Bild ist
field-variation-strength = Wie sehr eine Variation abweicht
field-variation-seed = Der Seed der Variation
field-start = Das Bild, mit dem es anfängt
field-start-strength = Wie sehr sich das Bild ändert
field-larger-scale = Wievielmal größer
field-larger-strength = Wie sehr sich die größere Fassung ändert
field-compare = Was verglichen wird
field-x-name = Was sich im Raster von links nach rechts ändert
field-x-values = Die Werte des Rasters von links nach rechts
field-y-name = Was sich im Raster von oben nach unten ändert
field-y-values = Die Werte des Rasters von oben nach unten
field-blending = Wie mehrere Motive zusammenkommen (blending)
field-readings = Wie Namen gelesen werden
field-subject-type = Als was es gelernt wird
field-search = Die Suche
field-subject = Das Motiv
field-limit = Die Höchstzahl
field-offset = Der Versatz
field-id = Die id des Bildes
field-picture-id = Die id des Bildes
field-job-id = Die id des Auftrags
field-position = Die Stelle
field-strength = Wie anders es wird
field-unnamed = Der Wert „{ $name }“

## Create

create-intro = Wähle, wer im Bild ist, und sag dann, was geschehen soll.
who-label = Wer ist im Bild?
strength-help = 1 ist wie gelernt. Mehr, wenn die Ähnlichkeit schwach ist, weniger, wenn das Bild steif wird. (LoRA-Gewicht)
places-label = Wo sollen sie stehen? (optional)
places-help = Zieh einen Namen ins Bild, oder lass ihn irgendwo.
places-empty = Zieh einen Namen hierher
places-anywhere = Irgendwo:
places-all = Alle haben einen Platz.
places-numbers = Per Tastatur oder in Prozent
places-keys = Auf einem Namen setzt die Eingabetaste ihn ins Bild und nimmt ihn wieder heraus. Pfeiltasten bewegen ihn, mit der Umschalttaste ändern sie seine Größe.
prompt-label = Was soll das Bild zeigen?
read-as = Gelesen als:
read-as-help = Ausgefüllt ist, wer zu dir gehört, gestrichelt ist ein Wort. Drücke auf alles, was andersherum gemeint ist.
read-as-name = Mit „{ $typed }“ ist { $name } ({ $kind }) gemeint. Drücke, damit es als Wort gelesen wird.
read-as-word = „{ $typed }“ wird als Wort gelesen. Drücke, wenn { $name } ({ $kind }) gemeint ist.
prompt-placeholder = Dumpling und Anna am Strand
avoid-label = Was fehlen soll
avoid-help = Was du nicht sehen willst. Darf leer bleiben. (negative prompt)
avoid-placeholder = unscharf, dunkel
size-label = Größe
size-help = In Pixeln, Breite × Höhe.
count-label = Wie viele
sampler-label = Sampler
steps-label = Schritte
steps-help = Mehr Schritte dauern länger und bringen mehr Einzelheiten, bis zu einem gewissen Punkt.
guidance-label = Guidance-Skala
guidance-help = Wie streng das Bild deinen Worten folgt. Zu viel macht grelle Farben.
surprise-label = Jedes Mal ein neues Bild
surprise-help = Aus: Derselbe Seed ergibt wieder dasselbe Bild.
seed-label = Seed
seed-help = Die Zahl, von der ein Bild ausgeht; die nächsten Bilder nehmen die Zahlen danach.
base-model-label = Basismodell
base-model-help = Oder schreib den Pfad eines anderen Modells von Stable Diffusion XL oder 1.5 (.safetensors-Datei oder Ordner) oder sein owner/name auf dem Hugging Face Hub.
variation-label = Variieren
variation-help = 0: genau dieses Bild. 0.1: andere Einzelheiten. Ab 0.3: ein anderes Bild. (variation strength)
variation-seed-label = Welche Variation
variation-seed-help = Eine andere Zahl variiert es auf andere Weise. (variation seed)
larger-label = Danach vergrößern
larger-help = Wievielmal. Ein zweiter Durchgang zeichnet die Einzelheiten neu. 1 lässt es, wie es ist.
larger-strength-label = Wie viel darf sich dabei ändern?
larger-strength-help = Wenig behält das Bild; viel erfindet neue Einzelheiten. (denoising strength)
start-title = Von einem Bild ausgehen
start-label = Ein Bild zum Anfangen
start-strength-label = Wie viel darf sich ändern?
start-strength-help = 0.3 behält fast alles, 0.8 nur die groben Formen. (denoising strength)
blending-label = Mehrere Motive
blending-help = Jedes bleibt an seinem eigenen Platz im Bild; die einfache Summe mischt sie überall. (blending)
blend-apart = Jedes für sich lassen
blend-sum = Einfache Summe (für Stile)
comfyui-differs = Der Graph davon ergibt ein anderes Bild.
a1111-aligned = Dort hat „Align Your Steps“ andere Rauschstufen als { $sampler }, darum entsteht ein anderes Bild.
compare-label = Vergleichen
compare-help = Dasselbe Bild mehrmals, mit einer Änderung, nebeneinander auf einem Blatt.
compare-nothing = Nichts
compare-strip = Ähnlichkeit von 0 bis 1.2
compare-grid = Ein eigenes Raster
across-label = Von links nach rechts
down-label = Von oben nach unten
down-nothing = nichts
values-label = Werte
values-help = Mit Semikolons dazwischen: 0,6; 0,8; 1. Bei Worten werden die ersten durch die anderen ersetzt, mit Kommas dazwischen: Strand, Schnee. Worte mit einem Komma darin stehen in Anführungszeichen: "ein Hut, rot".
dropped-label = Ein Bild
dropped-help = Zieh ein Bild aus Cuddle, A1111 oder ComfyUI hierher, und das Formular übernimmt seine Einstellungen.
seated-help = Wo der Name steht, wird das Motiv sein. Nicht so, wie du es willst? Brich oben ab: Das kostet wenig Zeit.
no-seat = Für { $names } fand sich kein Platz.
likeness-help = Wie ähnlich alle ihren Fotos geworden sind: 100 % ist so ähnlich wie die Fotos untereinander, 0 % nicht ähnlicher als andere der Art.
no-likeness-model = Wie ähnlich { $names } den Fotos wurde, misst Cuddle bei diesem Basismodell nicht.
no-likeness-photos = Wie ähnlich { $names } den Fotos wurde, lässt sich nicht sagen: Das Pocket-Modell kennt nicht, was die Fotos zeigen.
no-likeness-unsure = Ob { $names } den Fotos ähnlich wurde, ist hier zu knapp, um es zu sagen; sieh selbst nach.
twice = Zwei im Bild sehen aus wie { $name }. Versuch einen anderen Seed.
twice-in = Zwei in Bild { $which } sehen aus wie { $name }. Versuch einen anderen Seed.
twice-in-several = In den Bildern { $which } sehen je zwei aus wie { $name }. Versuch andere Seeds.
no-creation-yet = Hier erscheint dein Bild, zuerst als grobe Vorschau.

## Pictures

search-label = Suche
search-placeholder = ein Wort, ein Name, ein Seed …
no-pictures-yet = Noch gibt es keine Bilder. Das erste machst du unter „Erstellen“.
no-match = Dazu passt kein Bild. Versuch es mit weniger oder anderen Worten.
close-picture = Schließen
download = { $format } herunterladen
more-like-this = Mehr davon
larger = Größer
start-from-this = Hiervon ausgehen
difference-label = Wie anders?
difference-help = Für „Mehr davon“: Wenig ändert Einzelheiten, mehr ändert das ganze Bild.
more-on-the-way = { NUMBER($count, useGrouping: 0) } ähnliche Bilder sind unterwegs; sieh unter „Erstellen“ nach.
larger-on-the-way = Ein größeres ist unterwegs; sieh unter „Erstellen“ nach.
again = Einstellungen wieder nehmen
show-more = Ältere Bilder zeigen
delete = Löschen
delete-yes = Ja, löschen
delete-no = Behalten
delete-picture-sure = Dieses Bild endgültig löschen?
delete-subject-sure = { $name } endgültig löschen, mit den Fotos und den LoRA-Dateien? Bilder bleiben.
delete-learning-sure = { $name } endgültig löschen, mit den Fotos und der Lektion? Das kostet { $what }. Bilder bleiben.

## The Hugging Face Hub

publish-open = Auf dem Hub veröffentlichen
publish-title = Auf dem Hugging Face Hub veröffentlichen
publish-as = Du veröffentlichst als { $name }.
published-at = Es ist schon dort, als { $place } ({ $who }, { $since }).
publish-updates = Neu veröffentlichen ersetzt dort Seite und Dateien.
publish-name-label = Name auf dem Hub
publish-name-help = Deiner, oder der einer Organisation, in der du schreiben darfst.
publish-license-label = Lizenz
publish-license-help = Was andere damit tun dürfen.
publish-who-label = Wer es sehen kann
publish-who-help = In einer Organisation heißt privat: ihre Mitglieder. Zeig eine Person nur dann allen, wenn sie einverstanden ist.
publish-private = Nur du (privat)
publish-public = Alle (öffentlich)
publish-pictures-label = Bilder für die Seite dort
publish-pictures-help = Drücke auf die Bilder, die du zeigen willst. Sie stehen dort in dieser Reihenfolge, mit den Worten, mit denen sie entstanden. Was von einem Foto oder einem anderen Bild ausging, steht nicht zur Wahl.
publish-pictures-empty = Noch gibt es keine zu zeigen. Mach welche unter „Erstellen“, nur aus Worten und ohne jemand anderen darin, und komm dann zurück.
publish-what-goes = Was dorthin geht: beide LoRA-Dateien, eine Seite, die sagt, wie man sie benutzt, und Kopien der gewählten Bilder, in denen nichts versteckt ist. **Deine Fotos gehen nie dorthin.**
publish-button = Veröffentlichen
publish-close = Jetzt nicht
publish-look-again = Neu nachsehen
publish-taken = { "*" }*{ $place }** auf dem Hub enthält { $what }. Wer es ersetzt, nimmt seine Dateien und seine Seite endgültig weg.
publish-other-name = Lieber { $name } nehmen
publish-replace = Ersetzen, was dort ist
publish-link = Seite dort öffnen
import-hub-label = Oder vom Hugging Face Hub
import-hub-help = owner/name, die Adresse der Seite, oder owner/name/file.safetensors, wo es mehrere gibt.
import-neither = Noch ist keine Datei da. Wähle eine LoRA-Datei, die auf .safetensors endet, oder schreib, wo sie auf dem Hugging Face Hub liegt.
import-both = Eine Datei und ein Name auf dem Hub sind angegeben; nimm eines davon weg, damit klar ist, was gemeint ist.
import-hub-placeholder = anna/dumpling-lora

## ---- The page: pieces, states and times

duration-minutes =
    { $minutes ->
        [one] 1 Minute
       *[other] { $minutes } Minuten
    }
duration-hours =
    { $hours ->
        [one] 1 Stunde
       *[other] { NUMBER($hours, useGrouping: 0) } Stunden
    }
duration-hours-and-minutes = { duration-hours } { duration-minutes }
time-left = noch etwa { $time }
time-left-little = noch weniger als eine Minute
month =
    { $month ->
        [1] Jan.
        [2] Feb.
        [3] März
        [4] Apr.
        [5] Mai
        [6] Juni
        [7] Juli
        [8] Aug.
        [9] Sept.
        [10] Okt.
        [11] Nov.
       *[12] Dez.
    }
day-and-time = { $day }. { month } { NUMBER($year, useGrouping: 0) }, { $time } { $zone }
title-lesson = Lektion: { $name }
title-import = LoRA-Datei: { $name }
title-hub-import = LoRA vom Hub: { $name }
title-publish = Veröffentlichen: { $name }
title-pictures =
    { $count ->
        [one] 1 Bild: „{ $prompt }“
       *[other] { NUMBER($count, useGrouping: 0) } Bilder: „{ $prompt }“
    }
place-next = Als Nächstes an der Reihe
place-number = Nummer { NUMBER($position, useGrouping: 0) } in der Warteschlange
standing-cancel = Hört auf …
standing-pause = Hält an …
standing-finish = Wird mit dem bisher Gelernten fertig …
standing-goes-on = geht ab Schritt { NUMBER($step, useGrouping: 0) } von { NUMBER($steps, useGrouping: 0) } weiter
standing-file-is-here = die Datei ist da
standing-is-kept = bleibt im Stand nach { NUMBER($step, useGrouping: 0) } Schritten
standing-interrupted = Wurde unterbrochen und geht von selbst weiter.
standing-paused = Pausiert
standing-paused-at = Pausiert bei Schritt { NUMBER($step, useGrouping: 0) } von { NUMBER($steps, useGrouping: 0) }. Es geht weiter, wenn du es sagst.
standing-starting = Fängt an …
standing-step = Schritt { NUMBER($step, useGrouping: 0) } von { NUMBER($steps, useGrouping: 0) }
standing-picture-step = Bild { NUMBER($number, useGrouping: 0) } von { NUMBER($count, useGrouping: 0) }, Schritt { NUMBER($step, useGrouping: 0) } von { NUMBER($steps, useGrouping: 0) }
standing-loss = Loss { $loss }
standing-published =
    { $who ->
        [private] auf dem Hub als { $repository }, privat
       *[public] auf dem Hub als { $repository }, öffentlich
    }
standing-made = fertig
standing-ready = bereit
standing-cancelled = Abgebrochen
samples-seen =
    { $count ->
        [one] 1 Blick auf deine Fotos (samples)
       *[other] { NUMBER($count, useGrouping: 0) } Blicke auf deine Fotos (samples)
    }
lesson-ready = { $name } ist bereit. Öffne „Erstellen“ und wünsch dir ein Bild.
lesson-ready-early = { $name } ist bereit, im Stand nach { NUMBER($step, useGrouping: 0) } Schritten. Öffne „Erstellen“ und wünsch dir ein Bild.
recipe-in-words = { $preset }: { NUMBER($samples, useGrouping: 0) } Samples, Rang { NUMBER($rank, useGrouping: 0) }, Alpha { $alpha }, Lernrate { $learning_rate }, Batchgröße { $batch_size }, Seed { $seed }
batch-size-automatic = automatisch
news-lesson = Die Lektion zu { $name }
news-import = Das LoRA von { $name }
news-publish = Die Veröffentlichung von { $place }
news-pictures =
    { $count ->
        [one] Dein Bild
       *[other] Deine { NUMBER($count, useGrouping: 0) } Bilder
    }
news-paused =
    { $count ->
        [one] { $what } ist pausiert.
       *[other] { $what } sind pausiert.
    }
news-running =
    { $count ->
        [one] { $what } ist jetzt in Arbeit.
       *[other] { $what } sind jetzt in Arbeit.
    }
news-no-engine =
    { $count ->
        [one] { $what } wartet auf Cuddles Motor.
       *[other] { $what } warten auf Cuddles Motor.
    }
news-at-once =
    { $count ->
        [one] { $what } beginnt gleich.
       *[other] { $what } beginnen gleich.
    }
news-next =
    { $count ->
        [one] { $what } ist als Nächstes an der Reihe.
       *[other] { $what } sind als Nächstes an der Reihe.
    }
news-number =
    { $count ->
        [one] { $what } hat Nummer { NUMBER($position, useGrouping: 0) } in der Warteschlange.
       *[other] { $what } haben Nummer { NUMBER($position, useGrouping: 0) } in der Warteschlange.
    }
jobs-label = Was Cuddle gerade tut
jobs-more = und { NUMBER($count, useGrouping: 0) } mehr in der Warteschlange
jobs-spoken = In Arbeit: { $jobs }. Wartend: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-none = In Arbeit: nichts. Wartend: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-paused = Pausiert: { NUMBER($paused, useGrouping: 0) }.
move-up = Nach vorn
try-again = Noch einmal
job-log = Was das Protokoll sagt
button-unknown = Diesen Knopf gibt es nicht; lade die Seite neu.
loss-described = Loss über { NUMBER($steps, useGrouping: 0) } Schritte: von { $first } bis { $last }
loss-first-step = Schritt 0
loss-help = Loss: wie weit die Zeichnungen von deinen Fotos entfernt sind. Er springt hin und her; es zählt die dicke Linie.
sample-step = Schritt { NUMBER($step, useGrouping: 0) }
sample-alt = Zeichnung nach { NUMBER($step, useGrouping: 0) } Schritten, { NUMBER($number, useGrouping: 0) }
photo-kept-aside-alt = Beiseitegelegtes Foto, { NUMBER($number, useGrouping: 0) }
photo-learned-alt = Foto, { NUMBER($number, useGrouping: 0) }
use-this-spoken = { use-this }: Schritt { NUMBER($step, useGrouping: 0) } von { $name }
name-and-kind = Name und Art
the-lesson = Die Lektion
sample-button = { $name } ({ $kind })
photo-alt = Foto { NUMBER($number, useGrouping: 0) }
photo-fault = { NUMBER($number, useGrouping: 0) }: { $faults }
photos-given =
    { $count ->
        [one] 1 Foto.
       *[other] { NUMBER($count, useGrouping: 0) } Fotos.
    }
photos-all-fine =
    { $count ->
        [one] 1 Foto, alles gut.
       *[other] { NUMBER($count, useGrouping: 0) } Fotos, alle gut.
    }
photos-none-yet = Noch sind keine Fotos da. Füg { $fewest } bis { $most } hinzu.
caption-spoken = Foto { $number } in Worten ({ $name })
preset-choice = { $title }: { $help }
preset-choice-timed = { $title }: etwa { $time }. { $help }
preset-quick = Schnell
preset-quick-help = Ein erster Eindruck, in etwa der halben Zeit von „Ausgewogen“; die Ähnlichkeit ist gröber.
preset-balanced = Ausgewogen
preset-balanced-help = Was die meisten Motive brauchen: eine gute Ähnlichkeit, die deinen Worten noch folgt.
preset-thorough = Gründlich
preset-thorough-help = Für Gesichter und feine Zeichnung im Fell. Die längste Lektion und die größte Ähnlichkeit.
subject-type-person = Person
subject-type-pet = Tier
subject-type-object = Ding
subject-type-style = Stil
option-samples-help = Wie lange Cuddle übt. (samples: Trainingsschritte × Batchgröße)
option-learning-rate = Lernrate
option-learning-rate-help = Wie groß jede Korrektur ist.
option-rank = Rang
option-rank-help = Wie viel sich eine LoRA-Datei merken kann; mehr macht sie größer.
option-alpha = Alpha
option-alpha-help = Wie laut sie spricht; üblich ist dasselbe wie der Rang.
option-batch-size = Batchgröße
option-batch-size-help = Wie viele Fotos Cuddle in jedem Schritt ansieht. 0 nimmt, was hier am schnellsten ist.
option-resolution = Auflösung
option-resolution-help = In Pixeln; am besten die des Basismodells.
option-seed-help = Derselbe Seed und dieselben Einstellungen ergeben auf demselben Computer dieselbe Datei.
option-prior-preservation = Behalten, was das Basismodell über die Art weiß (prior preservation)
option-prior-preservation-help = Cuddle übt auch an eigenen Bildern der Art. Langsamer; hilft, wenn alle Katzen wie deine aussehen.
subject-is-learning = wird gelernt
subject-is-ready = bereit
subject-is-failed = Lektion nicht beendet
subject-spoken = { $name }, { $kind }, { $state }
fact-state = Stand
fact-trigger-word = Triggerwort
fact-photos = Fotos
fact-no-photos = keine (kam als LoRA-Datei)
fact-taught-on = Gelernt auf
fact-rank-and-alpha = Rang, Alpha
lesson-again = Lektion noch einmal versuchen
lesson-nothing-to-repeat = Für { $name } gibt es keine Lektion, die sich wiederholen ließe; starte eine neue.
subject-deleted = { $name } ist gelöscht.
import-file-label = LoRA-Datei
likeness = { $name } { $percent } %
preview-alt = Frühe Vorschau
picture-number = Bild { NUMBER($number, useGrouping: 0) }
picture-seed = Seed { $seed }
results-label = Neueste Bilder
size-square = { $width } × { $height } (quadratisch)
size-wide = { $width } × { $height } (breit)
size-tall = { $width } × { $height } (hoch)
size-unknown = Die Größe ist { $size }; wähle eine aus der Liste, etwa 256x256.
subjects-not-chosen = Gewählte Motive: { $value }; wähle sie noch einmal.
grid-without-values = Das Raster hat noch keine Werte; schreib welche mit Semikolons dazwischen, etwa 0,6; 0,8; 1.
subjects-gone = Nicht mehr da: { $names }; der Rest ist eingetragen.
form-took-over = Das Formular hat die Einstellungen von { $file } übernommen (aus { $program }).
sampler-choice = { $name }: { $help } { $steps }.
sampler-choice-recommended = { $name } (empfohlen): { $help } { $steps }.
sampler-steps = { NUMBER($low, useGrouping: 0) } Schritte
sampler-steps-between = { NUMBER($low, useGrouping: 0) } bis { NUMBER($high, useGrouping: 0) } Schritte
strength-title = Stärke der Ähnlichkeit
strength-spoken = Stärke der Ähnlichkeit von { $name }
places-left = links
places-top = oben
places-right = rechts
places-bottom = unten
places-number = { $name }: { $side }, in Prozent des Bildes
places-stands = { $name }: links { $left } Prozent, oben { $top } Prozent, rechts { $right } Prozent, unten { $bottom } Prozent
places-stands-anywhere = { $name }: irgendwo
places-off = wieder irgendwo
places-off-spoken = { $name }: wieder irgendwo
places-tag-placed = { $name }, hat einen Platz im Bild
places-tag-anywhere = { $name }, irgendwo
places-same = { $one } und { $two } haben fast denselben Platz und könnten sich daher mischen.
sampler-dpmpp-2m-karras-help = Saubere Bilder in wenigen Schritten; die beste erste Wahl.
sampler-dpmpp-2m-ays-help = Fast so gut in einem Drittel der Zeit: zehn Schritte bei den Rauschstufen, auf die es am meisten ankommt (Align Your Steps).
sampler-hyper-sd-help = Der schnellste mit Guidance. Lädt einmal einen Helfer herunter (ein LoRA, 790 MB für SDXL).
sampler-lcm-help = Schnelle Skizzen, flacher und ungenauer. Lädt einmal einen Helfer herunter (ein LoRA, 390 MB für SDXL).
sampler-dpmpp-2m-help = Dasselbe Verfahren mit gleichmäßig verteilten Schritten; bei wenigen Schritten etwas weicher.
sampler-dpmpp-2m-exponential-help = Zwischen den beiden: mehr Schritte für feine Einzelheiten als bei gleichmäßiger Verteilung, weniger als bei Karras.
sampler-dpmpp-2m-simple-help = Um Bilder zu wiederholen, die mit ComfyUIs Schedule „simple“ entstanden.
sampler-dpmpp-2m-normal-help = Um Bilder zu wiederholen, die mit ComfyUIs Schedule „normal“ entstanden.
sampler-dpmpp-2m-sde-karras-help = Fügt bei jedem Schritt frisches Rauschen hinzu: lebendigere Oberflächen, und mehr Schritte ändern das Bild.
sampler-dpmpp-sde-karras-help = Reiche Oberflächen in wenigen Schritten, für Haut und Fell; sieht bei jedem Schritt zweimal hin und braucht darum doppelt so lange.
sampler-euler-help = Das schlichteste Verfahren: ruhig und berechenbar.
sampler-euler-a-help = Fügt bei jedem Schritt frisches Rauschen hinzu: weiche, abwechslungsreiche Bilder, die sich mit mehr Schritten weiter ändern.
sampler-euler-karras-help = Euler, mit mehr Schritten für feine Einzelheiten.
sampler-euler-simple-help = Um Bilder zu wiederholen, die mit ComfyUIs Schedule „simple“ entstanden.
sampler-heun-help = Sieht bei jedem Schritt zweimal hin: genauer als Euler, und braucht doppelt so lange.
sampler-heun-karras-help = Heun, mit mehr Schritten für feine Einzelheiten.
sampler-ddim-help = Der Klassiker; um Bilder zu wiederholen, die anderswo damit entstanden.
sampler-unipc-help = Gute Bilder in sehr wenigen Schritten.
sampler-lms-karras-help = Ein älteres schnelles Verfahren; um Bilder zu wiederholen, die anderswo damit entstanden.
sampler-dpm2-karras-help = Sieht bei jedem Schritt zweimal hin: genau und reich an Einzelheiten, und braucht doppelt so lange.
sampler-dpm2-a-karras-help = DPM2 mit frischem Rauschen bei jedem Schritt: mehr Abwechslung, und mehr Schritte ändern das Bild.
axis-strength-of = Ähnlichkeit von { $name }
axis-strength = Stärke der Ähnlichkeit
axis-prompt = Worte
axis-negative-prompt = Was fehlen soll
axis-sampler = Sampler
axis-steps = Schritte
axis-guidance-scale = Guidance-Skala
axis-seed = Seed
axis-size = Größe
axis-variation-strength = Variation
axis-start-strength = Änderung am Startbild
axis-larger-strength = Änderung beim Vergrößern
base-model-automatic = Automatisch: { $title }
base-model-pocket = Pocket (klein, bei Cuddle dabei)
base-model-pocket-help = Zeichnet eine kleine Comicwelt in 256×256 Pixeln. Kein Download, keine Grafikkarte; gut für einen ersten Versuch.
base-model-sdxl-help = Macht Fotos und Gemälde, 1024×1024 Pixel. Braucht eine Grafikkarte mit 6 GB oder mehr und einmal 7 GB Download.
base-model-sd15-help = Macht Fotos und Gemälde, 512×512 Pixel. Für kleine Grafikkarten ab 4 GB; einmal 2 GB Download.
base-model-like = Ein { $title }-Modell aus { $source }.
base-model-automatic-help = { $title }. { $help } { $why }
fact-prompt = Prompt
fact-read-as = Gelesen als
fact-subjects = Motive
fact-no-subjects = keine
fact-nothing-avoided = nichts
fact-subject = { $name } (Stärke der Ähnlichkeit { $strength })
fact-size = { $width } × { $height }
fact-like-the-photos = Wie die Fotos
fact-made-on = Erstellt mit
fact-in-comfyui = In ComfyUI
fact-in-a1111 = In A1111
fact-took = Dauer
fact-seconds = { $seconds } Sekunden
fact-variation = Variation
fact-variation-of = { $strength }, Nummer { $seed }
fact-start = Ausgegangen von
fact-start-of = einem Bild, das sich um { $strength } ändern darf
fact-larger = Vergrößert
fact-larger-by = { $scale }-fach, darf sich um { $strength } ändern
fact-compares = Vergleicht
license-none = Noch keine
license-openrail-sdxl = OpenRAIL++, wie bei Stable Diffusion XL
license-openrail-sd15 = OpenRAIL-M, wie bei Stable Diffusion 1.5
license-cc0 = CC0: frei für alles
license-cc-by = CC BY: frei, wenn du genannt wirst
license-cc-by-sa = CC BY-SA: mit Namen, Weitergabe zu denselben Bedingungen
license-cc-by-nc = CC BY-NC: mit Namen, nicht kommerziell
license-cc-by-nc-nd = CC BY-NC-ND: mit Namen, nicht kommerziell, unverändert
license-apache = Apache 2.0
license-mit = MIT
login-intro = Bitte melde dich mit dem Namen und dem Passwort an, die du bekommen hast.
login-name = Benutzername
login-password = Passwort
login-button = Anmelden
login-first = Bitte melde dich zuerst an.
login-wrong = Dieser Name oder dieses Passwort stimmt nicht.
login-too-long = So lang sind Namen und Passwörter nicht.
login-wait = Es gab zu viele falsche Passwörter. Warte { NUMBER($seconds, useGrouping: 0) } Sekunden und versuch es dann noch einmal.
login-wait-elsewhere = Auf dem Computer, auf dem Cuddle läuft, geht die eigene Adresse sofort.
log-out-by-post = Zum Abmelden POST senden.
something-broke = In Cuddle selbst ist etwas schiefgegangen; nichts, was du gegeben hast, ist verloren. Das Protokoll sagt mehr. Versuch es noch einmal.
not-found = Nicht gefunden.
not-served-here = Diese Adresse gibt es hier nicht. Öffne die, die Cuddle ausgegeben hat, oder nenne sie in CUDDLE_ALLOWED_HOSTS.
own-page-only = Darauf antwortet Cuddle nur der eigenen Seite.
body-with-no-use = Eine Anfrage mit { $method } hat keinen Inhalt.
body-too-large = Das sind mehr als { $megabytes } MB; sende Dateien mit { $path }.
body-too-slow = Das hat zu lange gedauert; versuch es noch einmal.
json-too-large = Dieses JSON hat mehr als { $items } Werte oder mehr als { $levels } Ebenen.
upload-too-large = Die Dateien zusammen sind größer als die erlaubten { $megabytes } MB; sende weniger auf einmal.
upload-too-many = Mehr als { NUMBER($files, useGrouping: 0) } Dateien auf einmal sind bei einem Upload nicht erlaubt; sende weniger auf einmal.
upload-stopped = Der Upload ist stehen geblieben; versuch es noch einmal.
upload-sender-gone = Die sendende Seite ist weg.
too-much-going-on = Du hast hier zu viel auf einmal laufen: { $what }. Warte, bis etwas davon fertig ist, und versuch es dann noch einmal.
going-on-pages = { NUMBER($count, useGrouping: 0) } offene Seiten
going-on-answers = { NUMBER($count, useGrouping: 0) } erwartete Antworten
going-on-uploads = { NUMBER($count, useGrouping: 0) } laufende Uploads
going-on-calls = { NUMBER($count, useGrouping: 0) } Aufrufe
going-on-queued = { NUMBER($count, useGrouping: 0) } wartende Aufrufe
served-file-gone = Die Datei { $name } ist nicht mehr da; lade die Seite neu.
file-missing = Es ist keine Datei da; lade mindestens eine hoch.
file-and-hub-id = Gib eine Datei oder eine hub_id an, nicht beides.
start-failed = Cuddle kann nicht starten: { $why }
start-ready = Cuddle ist bereit: { $url }
start-data-folder = Alles, was Cuddle aufhebt, liegt in { $folder }
start-share = Für andere, solange dies läuft: { $url }
start-login = Melde dich als { $name } mit dem Passwort { $password } an
start-login-shows = Das Passwort von --login ist in der Prozessliste dieses Computers zu sehen. Damit es bei dir bleibt, nimm --login-file, oder CUDDLE_USER und CUDDLE_PASSWORD in der Umgebung.
start-two-logins = --login und --login-file sind beide angegeben; eines davon genügt.
start-data-folder-around-temporary = Der Datenordner { $folder } enthält den Ordner dieses Computers für vorübergehende Dateien. Wähle mit --data-folder einen anderen.
start-port-in-use = Auf { $host }:{ NUMBER($port, useGrouping: 0) } lässt sich nicht lauschen; vielleicht läuft Cuddle dort schon. Öffne http://{ $host }:{ NUMBER($port, useGrouping: 0) }, beende das andere Programm, oder wähle einen anderen Port, etwa --port { NUMBER($next, useGrouping: 0) }.

## ---- Errors: values, files, photos, subjects

empty-value = leer
no-number-between = { $name }: { $value } geht nicht; wähle eine Zahl zwischen { $low } und { $high }.
no-whole-number-between = { $name }: { $value } geht nicht; wähle eine ganze Zahl zwischen { NUMBER($low, useGrouping: 0) } und { NUMBER($high, useGrouping: 0) }.
not-true-or-false = { $name }: { $value } geht nicht; wähle true oder false.
not-text = { $name }: { $value } geht nicht; schreib einen Text von höchstens { NUMBER($longest, useGrouping: 0) } Zeichen.
text-too-long = { $name }: { $length } Zeichen sind zu lang, { $longest } gehen. Bitte kürze den Text.
text-too-short = { $name }: leer; schreib zwischen { NUMBER($shortest, useGrouping: 0) } und { $longest } Zeichen.
text-not-one-line = { $name }: Darin steht ein Zeilenumbruch oder ein Zeichen, das sich nicht anzeigen lässt; schreib alles in eine Zeile.
no-such-choice = { $name }: „{ $value }“ gibt es nicht; wähle eines davon: { $choices }.
file-outside = Die Datei „{ $file }“ liegt außerhalb des Datenordners; lade sie stattdessen hoch.
give-as-text = { $name }: { $value } geht nicht; gib einen Text an.
text-with-half-character = { $name }: „{ $value }“ enthält ein Zeichen, das keines ist; schreib es noch einmal.
give-as-whole-number = { $name }: { $value } geht nicht; gib eine ganze Zahl an.
far-too-large = { $name }: { $value } ist viel zu groß; gib eine kleinere ganze Zahl an.
give-as-number = { $name }: { $value } geht nicht; gib eine Zahl an.
give-a-list = { $name }: { $value } geht nicht; gib eine Liste an.
give-a-list-of-texts = { $name }: Darin ist { $value }; gib eine Liste von Texten an.
give-by-name = { $name }: { $value } geht nicht; gib Werte mit Namen an, etwa { "{" }'steps': 200{ "}" }.
side-no-multiple = { $name }: { NUMBER($side, useGrouping: 0) } Pixel gehen nicht; wähle ein Vielfaches von 8, etwa { NUMBER($near, useGrouping: 0) }.
field-on-page = „{ $label }“
label-in-group = { $group }: { $label }
request-file-name = Ein Dateiname
request-seed = Seed
request-typed-prompt = Der Prompt, wie er getippt wurde
request-picture-id = Die id eines Bildes
request-grid-parameter = Ein Parameter des Rasters
request-picture-file = Die Datei des Bildes
request-subject-name = Der Name eines Motivs
request-given-name = Der Name der Datei
request-word-is-made = Ob das Triggerwort aus dem Namen gemacht ist
request-name = Der Name des Motivs
request-repository = Das Repository
request-commit = Der Commit
request-file-size = Die Größe der Datei
request-instance-prompt = Der Instance-Prompt
request-family = Die Familie
request-mark = Das Zeichen des Motivs
request-replaced-commit = Der Commit, der ersetzt werden darf
request-private = Privat
request-a-file = Der Name einer Datei
recipe-subject-type = Der Typ des Motivs
recipe-rank = Rang
recipe-alpha = Alpha
recipe-samples = Samples
recipe-learning-rate = Lernrate
recipe-batch-size = Batchgröße
recipe-resolution = Auflösung
recipe-checkpoint-samples = Samples zwischen Checkpoints
recipe-sample-samples = Samples zwischen Beispielbildern
recipe-prior-preservation = Prior Preservation
recipe-last-timestep = Der letzte Timestep
recipe-first-timestep = Der erste Timestep
recipe-outside-weight = Das Gewicht dessen, was um das Motiv herum ist
recipe-outside-prior-weight = Das Gewicht des Basismodells um das Motiv herum
recipe-close-ups = Nahaufnahmen
recipe-convolutions = Faltungen
recipe-checkpoint-steps = Schritte zwischen Checkpoints
recipe-sample-steps = Schritte zwischen Beispielbildern
request-steps-with = Schritte mit { $sampler }
request-strength-of = Die Stärke der Ähnlichkeit von { $name }
request-place-of = Der Platz von { $name }
request-caption-of = Die Beschreibung von { $name }
path-too-long = Der Pfad { $path }… ist zu lang: Kein Name darin darf mehr als 255 Byte haben. Wähle mit --data-folder einen kürzeren.
file-not-written = { $place } ließ sich nicht schreiben ({ $reason }). Ein Ordner, der dir gehört, ist gut: Ändere seine Rechte, oder wähle mit --data-folder einen anderen.
disk-full = Die Festplatte ist voll: { $place } ließ sich nicht schreiben, und nichts, was vorher da war, ist verloren. Schaff etwas Platz (lösche alte Bilder im Album und leere dort den Papierkorb) und versuch es dann noch einmal.
file-kind-text =
    { $count ->
        [one] eine Textdatei
       *[other] Textdateien
    }
file-kind-raw =
    { $count ->
        [one] ein RAW-Foto
       *[other] RAW-Fotos
    }
file-kind-video =
    { $count ->
        [one] ein Video
       *[other] Videos
    }
file-kind-sound =
    { $count ->
        [one] eine Tondatei
       *[other] Tondateien
    }
file-kind-pdf =
    { $count ->
        [one] ein PDF
       *[other] PDFs
    }
file-kind-svg =
    { $count ->
        [one] eine SVG-Zeichnung
       *[other] SVG-Zeichnungen
    }
file-kind-web-page =
    { $count ->
        [one] eine Webseite
       *[other] Webseiten
    }
file-kind-photoshop =
    { $count ->
        [one] eine Photoshop-Datei
       *[other] Photoshop-Dateien
    }
file-kind-jpeg-xl =
    { $count ->
        [one] ein JPEG-XL-Foto
       *[other] JPEG-XL-Fotos
    }
file-kind-postscript =
    { $count ->
        [one] eine PostScript-Datei
       *[other] PostScript-Dateien
    }
file-kind-office =
    { $count ->
        [one] ein Office-Dokument
       *[other] Office-Dokumente
    }
file-kind-program =
    { $count ->
        [one] ein Programm
       *[other] Programme
    }
file-kind-database =
    { $count ->
        [one] eine Datenbank
       *[other] Datenbanken
    }
file-kind-rar =
    { $count ->
        [one] ein RAR-Archiv
       *[other] RAR-Archive
    }
file-kind-7z =
    { $count ->
        [one] ein 7z-Archiv
       *[other] 7z-Archive
    }
file-kind-gzip =
    { $count ->
        [one] ein gzip-Archiv
       *[other] gzip-Archive
    }
file-kind-bzip2 =
    { $count ->
        [one] ein bzip2-Archiv
       *[other] bzip2-Archive
    }
file-kind-xz =
    { $count ->
        [one] ein xz-Archiv
       *[other] xz-Archive
    }
file-kind-zstd =
    { $count ->
        [one] ein zstd-Archiv
       *[other] zstd-Archive
    }
file-kind-tar =
    { $count ->
        [one] ein tar-Archiv
       *[other] tar-Archive
    }
choose-photo-itself = Wähle das Foto selbst.
upload-again-or-leave-out = Lade es noch einmal hoch, oder lass es weg.
save-as-one-of-these = Speichere es so ab, oder lass es weg.
save-as-jpeg-in-camera-program = Speichere es als JPEG, mit dem Programm, das mit der Kamera kam.
choose-photo-or-frame = Wähle ein Foto, oder speichere ein Einzelbild davon als JPEG.
save-photos-in-it-as-jpeg = Speichere die Fotos darin als JPEG.
save-as-png = Speichere es als PNG.
save-as-jpeg = Speichere es als JPEG.
save-picture-not-page = Speichere das Bild selbst, nicht die Seite, die es zeigt.
unpack-archive = Pack es aus, und lade die Fotos oder ein Zip davon hoch.
photo-formats-fine = Fotos als JPEG, PNG, WebP, HEIC, AVIF, TIFF und BMP sind in Ordnung
file-in-zip = { $file } in { $zip }
file-empty =
    { $count ->
        [one] { $files } ist leer (0 Byte)
       *[other] { $files } sind leer (0 Byte)
    }; { photo-formats-fine }. { $advice }
file-no-photo =
    { $count ->
        [one] { $files } ist kein Foto, das sich öffnen lässt
       *[other] { $files } sind keine Fotos, die sich öffnen lassen
    }; { photo-formats-fine }. { $advice }
file-picture-not-opened =
    { $count ->
        [one] { $files } ist { $kind }, und so etwas kann Cuddle nicht öffnen
       *[other] { $files } sind { $kind }, und so etwas kann Cuddle nicht öffnen
    }; { photo-formats-fine }. { $advice }
file-another-kind =
    { $count ->
        [one] { $files } ist kein Foto, sondern { $kind }
       *[other] { $files } sind keine Fotos, sondern { $kind }
    }; { photo-formats-fine }. { $advice }
zip-others-left-out =
    { $count ->
        [one] { $files } in { $zip } ist kein Foto und blieb draußen.
       *[other] { $files } in { $zip } sind keine Fotos und blieben draußen.
    }
zip-in-zip = { $zip } enthält noch ein Zip, { $files }; pack die Fotos selbst in ein Zip.
zip-regularization =
    { $count ->
        [one] { $files } in { $zip } ist ein Bild
       *[other] { $files } in { $zip } sind Bilder
    } von anderen der Art (regularization). Cuddle macht solche selbst, wo sie nötig sind; aus diesem Ordner wurde darum nichts genommen.
zip-companions =
    { $count ->
        [one] { $zip } enthält eine Datei, die Computer oder Fotoprogramme neben Fotos ablegen ({ $marks }); sie blieb draußen.
       *[other] { $zip } enthält { NUMBER($count, useGrouping: 0) } Dateien, die Computer oder Fotoprogramme neben Fotos ablegen ({ $marks }); sie blieben draußen.
    }
photo-too-large = { $photo } hat { NUMBER($size, useGrouping: 0) } MB; Fotos bis { NUMBER($most, useGrouping: 0) } MB sind in Ordnung. Speichere eine kleinere Kopie.
file-is-folder = { $file } ist ein Ordner; { photo-formats-fine }, und Zips davon auch. Wähle die Fotos darin.
file-not-read = { $file } lässt sich nicht lesen ({ $reason }); lade es noch einmal hoch.
file-companion = { $file } ist etwas, das Computer und Fotoprogramme neben Fotos ablegen, und blieb darum draußen.
zip-leads-out = { $zip } enthält eine Datei namens „{ $file }“, die aus dem Zip hinausführt, darum blieb sie draußen; einfache Namen wie cat1.jpg sind in Ordnung. Nimm Zips nur von Leuten, denen du vertraust.
zip-locked = { $zip } ist mit einem Passwort gesperrt; ein Zip ohne ist in Ordnung. Pack es noch einmal ohne Passwort.
zip-without-photos = { $zip } enthält keine Fotos; { photo-formats-fine }. Pack die Fotos selbst in das Zip.
zip-of-photos = ein Zip mit Fotos
zip-of-so-many-photos = ein Zip mit { NUMBER($least, useGrouping: 0) } bis { NUMBER($most, useGrouping: 0) } Fotos
zip-long-list = { $zip } führt sehr viele Dateien auf; in Ordnung ist { $fine }. Pack nur diese.
zip-damaged = { $zip } ist ein beschädigtes Zip; ein vollständiges Zip mit Fotos ist in Ordnung. Pack es neu, oder lade es noch einmal hoch.
zip-too-many-files = { $zip } enthält { NUMBER($count, useGrouping: 0) } Dateien; in Ordnung ist { $fine }. Pack nur diese.
zip-too-large = { $zip } hätte ausgepackt { $size } GB; bis { $most } GB sind in Ordnung. Pack nur die Fotos, oder lade sie einzeln hoch.
photo-several-pictures = { $photo } enthält mehrere Bilder; das erste davon wurde genommen.
photo-memory = { $photo } braucht zum Öffnen mehr als { NUMBER($most, useGrouping: 0) } MB Speicher. Speichere eine kleinere Kopie, oder eine als JPEG.
photo-damaged = { $photo } ist beschädigt oder abgeschnitten; ganze Fotos sind in Ordnung. Lade es noch einmal hoch, oder lass es weg.
photo-damaged-in-zip = { $photo } ist beschädigt; ein vollständiges Zip mit Fotos ist in Ordnung. Pack es noch einmal.
photo-many-megapixels = { $photo } hat mehr als 170 Megapixel; bis { NUMBER($most, useGrouping: 0) } sind in Ordnung, als JPEG { NUMBER($most_jpeg, useGrouping: 0) }. Speichere eine kleinere Kopie.
photo-not-opened = { $photo } ist kein Foto, das sich öffnen lässt; { photo-formats-fine }. Speichere es so ab, oder lass es weg.
photo-too-small = { $photo } ist zu klein oder zu schmal: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } Pixel; an der kurzen Seite sind mindestens { NUMBER($least, useGrouping: 0) } in Ordnung, 512 sind besser, und an der langen höchstens { NUMBER($times, useGrouping: 0) }-mal so viele. Wähle ein größeres Foto oder einen Ausschnitt von diesem.
photo-moving = { $photo } ist ein bewegtes Bild; { photo-formats-fine }, wenn sie stillstehen. Speichere ein Einzelbild davon als JPEG.
photo-megapixels = { $photo } hat { $megapixels } Megapixel ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); bis { NUMBER($most, useGrouping: 0) } sind in Ordnung, als JPEG { NUMBER($most_jpeg, useGrouping: 0) }. Speichere eine kleinere Kopie.
photo-megapixels-jpeg = { $photo } hat { $megapixels } Megapixel ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); bis { NUMBER($most, useGrouping: 0) } sind in Ordnung. Speichere eine kleinere Kopie.
photo-reader-ended = { $photo } ließ sich nicht öffnen: Was es liest, ist daran gescheitert. Speichere es neu als JPEG, oder lass es weg.
photo-takes-too-long = { $photo } braucht zum Öffnen mehr als { $seconds } Sekunden. Speichere es neu als JPEG, oder lass es weg.
photo-given-twice = { $copy } ist dasselbe Foto wie { $own } und wurde darum nur einmal genommen.
photo-copy-as = { $copy } (wie { $own })
photos-given-twice = { NUMBER($count, useGrouping: 0) } Fotos sind dieselben wie andere, darum wurde jedes nur einmal genommen: { $copies }.
photos-left-too-few =
    Übrig { $count ->
        [0] sind keine Fotos
        [one] ist 1 Foto
       *[other] sind { NUMBER($count, useGrouping: 0) } Fotos
    }; { NUMBER($least, useGrouping: 0) } bis { NUMBER($most, useGrouping: 0) } sind in Ordnung. Nimm noch welche dazu.
photos-too-few =
    { $count ->
        [one] Du hast { NUMBER($count, useGrouping: 0) } Foto gegeben
       *[other] Du hast { NUMBER($count, useGrouping: 0) } Fotos gegeben
    }; { NUMBER($least, useGrouping: 0) } bis { NUMBER($most, useGrouping: 0) } sind in Ordnung. Nimm noch welche dazu.
photos-too-many =
    { $count ->
        [one] Du hast { NUMBER($count, useGrouping: 0) } Foto gegeben
       *[other] Du hast { NUMBER($count, useGrouping: 0) } Fotos gegeben
    }; { NUMBER($least, useGrouping: 0) } bis { NUMBER($most, useGrouping: 0) } sind in Ordnung. Wähle die besten aus und lass die anderen weg.
one-of-several-photos = { $file } enthält { NUMBER($count, useGrouping: 0) } Fotos; gib eines davon.
caption-not-utf-8 = { $file } ist kein Text in UTF-8, darum wurde daraus keine Beschreibung genommen; speichere die Datei als UTF-8.
caption-empty = { $file } ist leer, darum wurde daraus keine Beschreibung genommen; schreib eine, oder lass die Datei weg.
caption-damaged = { $file } ist beschädigt, darum wurde daraus keine Beschreibung genommen; pack das Zip noch einmal.
caption-several-lines = Von { NUMBER($count, useGrouping: 0) } Zeilen in { $file } wurde die erste als Beschreibung genommen; schreib alles in eine Zeile.
caption-too-long = Die Beschreibung in { $file } hat { $length } Zeichen; { NUMBER($most, useGrouping: 0) } sind in Ordnung, darum wurde ihr Anfang genommen. Kürze sie.
caption-of-no-photo = { $file } gehört zu keinem Foto und blieb darum draußen; die Beschreibung von cat1.jpg heißt cat1.txt.
captions-taken =
    { $count ->
        [one] Die Beschreibung von 1 Foto wurde aus einer Textdatei daneben genommen.
       *[other] Die Beschreibungen von { NUMBER($count, useGrouping: 0) } Fotos wurden aus Textdateien daneben genommen.
    }
folder-name-and-captions = Aus dem Ordner „{ $folder }“ wurde übernommen, dass „{ $words }“ in den Beschreibungen dein Motiv meint; seine { $repeats } Wiederholungen nicht: Eine Lektion sieht alle Fotos gleich oft an.
folder-photos-alone = Aus dem Ordner „{ $folder }“ wurden nur die Fotos und Beschreibungen genommen: Name und Art sind die, die du schreibst, und eine Lektion sieht alle Fotos gleich oft an, nicht { $repeats }-mal.
caption-for-no-photo = Es gibt eine Beschreibung für { $photo }, aber kein solches Foto; vorhanden sind: { $photos }.
names-and-so-on = { $names } …
captions-not-as-many = Es sind { NUMBER($captions, useGrouping: 0) } Beschreibungen und { NUMBER($photos, useGrouping: 0) } Fotos; gib für jedes Foto eine an, in derselben Reihenfolge und leer, wo du keine hast, oder gib sie nach Dateinamen an.
captions-unreadable = Die Beschreibungen: { $value } geht nicht; gib sie nach Dateinamen an, etwa { "{" }'cat1.jpg': '[name] auf einem Sofa'{ "}" }, oder als Liste in der Reihenfolge der Fotos.
everyday-word = „{ $word }“ ist ein Alltagswort, darum können Bilder von { $name } auch das zeigen. Ein Name, der sonst kein Wort ist, oder ein längerer wie „{ $name } Müller“ hält beides auseinander.
trigger-word-made = Die Datei nennt kein Triggerwort, darum wurde „{ $word }“ aus dem Namen gemacht. Wenn Bilder nicht wie { $name } aussehen, nimm die Datei noch einmal auf, mit dem Wort, mit dem sie gelernt wurde.
photos-alike = Die Fotos { NUMBER($first, useGrouping: 0) } und { NUMBER($second, useGrouping: 0) } sehen fast gleich aus; aus verschiedenen Ansichten lernt Cuddle mehr.
photos-alike-and-more = Die Fotos { NUMBER($first, useGrouping: 0) } und { NUMBER($second, useGrouping: 0) } sehen fast gleich aus (und noch { NUMBER($more, useGrouping: 0) } Paare); aus verschiedenen Ansichten lernt Cuddle mehr.
photo-small = Foto { $photo } ist klein und wird { $times }-fach vergrößert; eine größere Kopie behält mehr Einzelheiten.
photos-small = Die Fotos { $photos } sind klein und werden bis zu { $times }-fach vergrößert; größere Kopien behalten mehr Einzelheiten.
photos-all-small = Alle Fotos sind klein und werden bis zu { $times }-fach vergrößert; größere Kopien behalten mehr Einzelheiten.
photo-is-blurred = Foto { $photo } ist unscharf; aus einem schärferen lernt Cuddle mehr.
photos-are-blurred = Die Fotos { $photos } sind unscharf; aus schärferen lernt Cuddle mehr.
photo-is-dark = Foto { $photo } ist sehr dunkel; aus einem mit mehr Licht lernt Cuddle mehr.
photos-are-dark = Die Fotos { $photos } sind sehr dunkel; aus welchen mit mehr Licht lernt Cuddle mehr.
photo-is-screenshot = Foto { $photo } sieht wie ein Screenshot aus, und Cuddle würde auch lernen, was um das Bild herum ist; aus dem Foto selbst lernt es mehr.
photos-are-screenshot = Die Fotos { $photos } sehen wie Screenshots aus, und Cuddle würde auch lernen, was um die Bilder herum ist; aus den Fotos selbst lernt es mehr.
photo-badge-alike = fast gleich
photo-badge-small = klein
photo-badge-blurred = unscharf
photo-badge-dark = sehr dunkel
photo-badge-screenshot = Screenshot
name-empty = Der Name ist leer; gib einen Namen mit 1 bis { NUMBER($most, useGrouping: 0) } Zeichen an, etwa Dumpling.
name-too-long = Der Name „{ $name }“ hat { NUMBER($length, useGrouping: 0) } Zeichen; { NUMBER($most, useGrouping: 0) } sind in Ordnung. Kürze ihn.
name-with-signs = Der Name „{ $name }“ enthält { $signs }; Buchstaben, Ziffern, Leerzeichen und - ' . & sind in Ordnung.
name-without-letters = Der Name „{ $name }“ hat weder Buchstaben noch Ziffern; gib einen Namen wie Dumpling an.
kind-empty = Die Art ist leer; sag in ein oder zwei Worten, was es ist, etwa Katze, Hund, Frau oder Teekanne.
kind-too-long = Die Art „{ $kind }“ hat { NUMBER($length, useGrouping: 0) } Zeichen; { NUMBER($most, useGrouping: 0) } sind in Ordnung. Kürze sie.
kind-more-than-words = Die Art „{ $kind }“ enthält mehr als Worte; Buchstaben, Leerzeichen und - in einer Zeile sind in Ordnung. Sag in ein oder zwei Worten, was es ist, etwa Katze, Hund oder Frau.
kind-not-known = Die Art „{ $kind }“ ist kein Wort, das Cuddle kennt, und Modelle lesen Englisch; sag auf Englisch, was es ist, etwa cat, woman oder teapot.
trigger-word-not-fine = Das Triggerwort ist „{ $word }“; ein Wort aus 1 bis { NUMBER($most, useGrouping: 0) } Zeichen von a-z und 0-9 ist in Ordnung.
step-of-untaught = { $name } ist noch nicht gelernt; wähle einen früheren Schritt, wenn die Lektion fertig ist.
no-steps-kept = Von { $name } sind keine früheren Schritte aufgehoben; eine neue Lektion hebt welche auf.
step-not-kept = Schritt { NUMBER($step, useGrouping: 0) } von { $name } ist nicht aufgehoben; wähle einen dieser Schritte: { $steps }.
step-files-gone = Die Dateien von Schritt { NUMBER($step, useGrouping: 0) } von { $name } sind weg; wähle einen anderen Schritt.
subject-not-taught = { $name } ist noch nicht gelernt; warte, bis die Lektion fertig ist, oder lass das Motiv weg.
subject-failed = Die Lektion zu { $name } ging nicht gut aus; versuch sie unter „Zuhause“ noch einmal, oder lass das Motiv weg.
subject-no-file = Für { $name } gibt es keine { $format }-Datei; sie ist da, sobald die Lektion fertig ist.
subject-being-taught = Cuddle lernt { $name } gerade. Brich erst die Lektion ab und lösch dann.
subject-being-cancelled = Die Lektion zu { $name } hat eben erst begonnen und wird abgebrochen; lösch danach.
file-gone = Die Datei { $file } ist nicht mehr da.
password-no-text = CUDDLE_PASSWORD ist kein Text; schreib das Passwort hinein.
setting-not-fine = Die Einstellung { $setting } ist „{ $value }“: { $reason }. Ändere --{ $option } oder CUDDLE_{ $variable }.
password-too-short = Das Passwort hat { NUMBER($length, useGrouping: 0) } Zeichen; eine Seite, die andere erreichen, braucht mindestens { NUMBER($least, useGrouping: 0) }. Vier Wörter ohne Zusammenhang sind ein gutes. Mit --share und ohne Anmeldung macht Cuddle selbst eines.
password-too-easy = Das Passwort ist zu leicht zu erraten: Ohne den Namen, bekannte Wörter, Wiederholungen und Reihenfolgen bleibt kaum etwas davon übrig. Vier Wörter ohne Zusammenhang sind ein gutes. Mit --share und ohne Anmeldung macht Cuddle selbst eines.
login-without-colon = { $source } nimmt einen Namen und ein Passwort mit einem Doppelpunkt dazwischen, etwa anna:secret.
login-file = Die Anmeldedatei { $file }
login-file-not-utf-8 = { $file } ist kein Text in UTF-8; schreib name:password hinein.
login-file-not-read = { $file } lässt sich nicht lesen ({ $reason }); gib den Pfad einer Datei mit einer Zeile an, name:password.
login-file-several-lines = { $file } hat mehr als eine Zeile; eine, name:password, ist in Ordnung.

## ---- Errors: pictures, metadata, prompts

start-gone = Das Bild, mit dem es anfangen soll, ist nicht mehr da. Wähle es noch einmal.
no-start = Es gibt kein Bild, mit dem es anfangen soll; gib seine id als picture an, oder eine Datei aus keep_start.
sheet-of-several = Das ist ein Blatt mit mehreren Bildern. Öffne eines davon und wähle das noch einmal.
no-picture-option = Die Option „{ $option }“ gibt es für Bilder nicht; es gibt: { $options }.
sampler-without-helper = { $sampler } braucht ein Helfer-LoRA, und für { $model } gibt es keines. Wähle einen anderen Sampler; DPM++ 2M AYS ist auf jedem Basismodell schnell.
choice-unreadable = Ein gewähltes Motiv ist „{ $value }“; gib es als name, strength und, wenn du magst, box an.
choice-unknown-name = Ein gewähltes Motiv enthält „{ $value }“; name, strength und box sind in Ordnung.
place-unreadable = { $place }: { $value } geht nicht; gib left, top, right, bottom zwischen 0 und 1 an.
subject-chosen-twice = { $name } ist zweimal gewählt; wähle jedes Motiv einmal und stell seine Stärke ein.
given-start = Das Bild, mit dem es anfängt
given-larger = Die größere Fassung
given-grid = Das Raster
given-side = Eine Seite des Rasters
not-by-name = { $name }: { $value } geht nicht; gib { $names } mit Namen an.
unknown-among = { $name } enthält „{ $value }“; in Ordnung sind { $names }.
axis-of-subject = Ähnlichkeit von { $name }
axis-number = { $axis } { NUMBER($value, useGrouping: 0) }
axis-words = { $axis }: { $value }
grid-prompts = { $axis }: { NUMBER($count, useGrouping: 0) } Prompts stehen im Raster; gib nur seine Werte an.
grid-values = { $axis }: { NUMBER($count, useGrouping: 0) } Werte stehen im Raster; 1 bis { NUMBER($most, useGrouping: 0) } sind in Ordnung.
grid-value-unreadable = { $axis }: Im Raster steht { $value }; gib eine Zahl oder Worte an.
grid-sides-equal = { $axis } ist für beide Seiten des Rasters angegeben; wähle zwei verschiedene.
grid-too-large = Das Raster hat { NUMBER($count, useGrouping: 0) } Bilder; bis { NUMBER($most, useGrouping: 0) } sind in Ordnung.
grid-without-x = Das Raster hat kein x; gib es als Namen und Liste von Werten an.
grid-side-unreadable = Eine Seite des Rasters ist { $value }; gib ihren Namen und eine Liste von Werten an.
grid-prompt-unreadable = Ein Prompt des Rasters ist { $value }; gib nur die Werte des Rasters an.
grid-strength-of-nobody = Das Raster will Stärken der Ähnlichkeit, aber kein Motiv ist im Bild. Wähle, wen du meinst.
grid-strength-of-absent = Das Raster will Stärken der Ähnlichkeit, aber { $name } ist nicht im Bild. Wähle, wen du meinst.
grid-words-not-held = Die ersten Worte des Rasters sind „{ $words }“, und die stehen nicht im Prompt.
grid-words-in-names = Die ersten Worte des Rasters sind „{ $words }“, und die stehen im Prompt nur in Namen.
grid-size-unreadable = Eine Größe im Raster ist { $value }; schreib sie wie 1024x1024.
grid-no-start = Das Raster fragt, wie sehr sich ein Bild ändert, aber es gibt kein Bild, mit dem es anfängt.
grid-no-larger = Das Raster fragt, wie sehr sich die größere Fassung ändert, aber keine größere Fassung ist verlangt.
readings-unreadable = Wie Namen gelesen werden: { $value } geht nicht; gib bis zu { NUMBER($most, useGrouping: 0) } mit Namen an, etwa { "{" }'Rose 2': 'word'{ "}" }.
reading-unreadable = Wie „{ $name }“ gelesen wird: { $value } geht nicht; '{ $as_name }' und '{ $as_word }' sind in Ordnung.
lora-to-avoid = „{ $lora }“ ist ein LoRA unter dem, was fehlen soll, und wird weggelassen.
lora-of-nobody = Das LoRA „{ $lora }“ ist keines deiner Motive und wird darum weggelassen; seine Datei lässt sich unter „Zuhause“ aufnehmen.
strength-taken = Die Stärke von { $name } ist { $given }; genommen wird { $taken }.
named-not-chosen = { $name } ist genannt, aber nicht gewählt, darum entsteht das Bild ohne { $name }; wähle { $name } auch aus.
elsewhere-hypernetwork = ein Hypernetwork
elsewhere-tag = ein Kürzel eines anderen Programms
elsewhere-embedding = ein Embedding
elsewhere-wildcard = eine Liste von Worten
elsewhere-prompts = mehrere Prompts auf einmal
elsewhere-turns = Worte, die sich abwechseln
elsewhere-changes = Worte, die sich während der Schritte ändern
elsewhere-drawn = eine Wahl, die ausgelost wird
syntax-elsewhere = „{ $written }“ ({ $what })
tag-left-out = „{ $written }“ ist ein Kürzel eines anderen Programms und wird weggelassen.
embedding-left-out = „{ $written }“ steht für ein Embedding, das Cuddle nicht lädt; es wird weggelassen.
wildcard-not-here = „{ $written }“ steht für eine Liste von Worten, die nicht hier ist; schreib das Wort selbst.
break-left-out = „BREAK“ wird weggelassen: Cuddle liest lange Prompts von selbst in Teilen.
and-as-word = „AND“ verbindet in anderen Programmen mehrere Prompts; hier wird es als das Wort „and“ gelesen.
words-turns-read = „{ $written }“ wechselt bei jedem Schritt die Worte, was Cuddle nicht tut; gelesen wird „{ $read }“.
words-turns-left-out = „{ $written }“ wechselt bei jedem Schritt die Worte, was Cuddle nicht tut; es wird weggelassen.
words-changes-read = „{ $written }“ wechselt unterwegs die Worte, was Cuddle nicht tut; gelesen wird „{ $read }“.
words-changes-left-out = „{ $written }“ wechselt unterwegs die Worte, was Cuddle nicht tut; es wird weggelassen.
weight-of-another = „{ $written }“ gewichtet Worte in einem anderen Programm; hier tut das „({ $inside })“.
choice-read = „{ $written }“ ist eine Wahl, die ein anderes Programm auslost; gelesen wird „{ $read }“.
picture-formats-fine = Ein Bild als PNG, JPEG oder WebP aus Cuddle, A1111 oder ComfyUI ist in Ordnung
picture-too-large = { $file } ist größer als { NUMBER($most, useGrouping: 0) } MB. { picture-formats-fine }.
picture-not-read = { $file } lässt sich nicht lesen oder ist beschädigt. { picture-formats-fine }.
picture-without-parameters = { $file } ist kein Bild mit Parametern. { picture-formats-fine }.
unknown-program = einem Programm, das Cuddle nicht kennt
picture-own-damaged = { $file } kommt aus Cuddle, aber die Parameter sind beschädigt. { picture-formats-fine }.
picture-of-another-program = { $file } kommt aus { $program }, und dessen Parameter liest Cuddle nicht. { picture-formats-fine }.
picture-graph-without-sampler = { $file } enthält einen Graphen von ComfyUI ohne einfachen Sampler, und so etwas liest Cuddle nicht. { picture-formats-fine }.
picture-other-text = { $file } enthält einen Text, der keine Parameter nennt („{ $text }“). { picture-formats-fine }.
picture-stealth = { $file } versteckt die Parameter in den Pixeln (stealth PNG), wo Cuddle sie nicht liest. { picture-formats-fine }.
picture-nothing-in-it = { $file } trägt keine Parameter in sich; in Kopien aus Messengern und Fotoprogrammen sind sie verloren. { picture-formats-fine }.
picture-cut-off = { $file } ist vor den Parametern abgeschnitten. { picture-formats-fine }; lade es noch einmal herunter.
picture-text-too-long = Der Text „{ $text }“ in { $file } ist länger als { NUMBER($most, useGrouping: 0) } MB; nichts wurde gelesen. { picture-formats-fine }.
found-steps = Schrittzahl
found-guidance-scale = Guidance-Skala
found-width = Breite
found-height = Höhe
found-prompt = Prompt
found-negative-prompt = Liste dessen, was fehlen soll
found-own-damaged = Was Cuddle selbst hineingeschrieben hat, ist beschädigt; darum steht hier, was das Bild anderen Programmen sagt.
found-later-version = Das Bild kommt aus einem späteren Cuddle; nicht übernommen: { $names }.
found-missing = Nicht angegeben: { $values }; eingetragen ist, was zum Basismodell passt.
found-other-sampler = Den Sampler „{ $sampler }“ hat Cuddle nicht; gewählt ist { $chosen }.
found-no-sampler = Es ist kein Sampler angegeben; gewählt ist { $chosen }.
found-seed-beyond = Der Seed { $seed } liegt außerhalb dessen, was Cuddle kennt (0 bis { NUMBER($most, useGrouping: 0) }); es wird ein neuer gezogen.
found-variation-beyond = Die Variation ({ $strength } zum Seed { $seed } hin) kennt Cuddle nicht; weggelassen.
found-no-prompt = Es ist kein Prompt darin, der sich lesen ließe.
found-not-taken-over = Nicht übernommen: { $what }.
found-also-not-taken-over = Auch nicht übernommen: { $what }.
found-more-nodes = Ebenso { NUMBER($count, useGrouping: 0) } weitere Nodes nicht.
found-nearest = { $value } im Bild: { $given }; das Nächste, was Cuddle macht, ist { $near }.
found-long-text = { $value } im Bild: { $length } Zeichen; die ersten { $most } sind eingetragen.
found-many-loras = Das Bild nennt { NUMBER($count, useGrouping: 0) } LoRAs; die ersten { NUMBER($most, useGrouping: 0) } werden angesehen.
found-strength = Die Stärke von { $name } ist { $given }; eingetragen ist { $taken }.
found-subject-twice = Ein Motiv ist zweimal darin; eingetragen ist die erste seiner Stärken.
found-many-subjects = Das Bild hat { NUMBER($count, useGrouping: 0) } Motive; die ersten { NUMBER($most, useGrouping: 0) } sind eingetragen.
found-lora-of-nobody = Das LoRA „{ $lora }“ ist keines deiner Motive und wird darum weggelassen; seine Datei lässt sich unter „Zuhause“ aufnehmen.
found-no-base-model = Das Basismodell „{ $model }“ ist nicht hier; eingetragen ist stattdessen die automatische Wahl.
found-noise-of-card = { $program } zog sein Rauschen auf der Grafikkarte, darum ergibt derselbe Seed hier ein anderes Bild.
found-noise-unsaid = Es ist nicht angegeben, wo das Rauschen gezogen wurde; wenn auf der Grafikkarte, ergibt der Seed hier ein anderes Bild.
comfy-noise-here = { $sampler } zieht frisches Rauschen in ComfyUI anders, darum wird es hier ein anderes Bild.
comfy-computed-here = { $sampler } wird in ComfyUI anders berechnet, darum wird es hier ein anderes Bild.
graph-text-encoder-strength = die Stärke von „{ $lora }“ im Text-Encoder
graph-several-pictures = { NUMBER($count, useGrouping: 0) } gespeicherte Bilder sind im Graphen, gelesen wurde das erste
graph-part-alone = dass etwas nur für einen Teil des Bildes gilt ({ $value })
graph-words-of-part = Worte für einen Teil des Bildes ({ $value }): „{ $words }“
graph-words-added = Worte, die hinzugefügt wurden ({ $value }): „{ $words }“
graph-weight = dass „{ $words }“ { $weight }-mal zählt (hier { $near }-mal)
graph-so-many-times = { NUMBER($count, useGrouping: 0) }-mal { $what }
comfy-noise-there = { $sampler } zieht frisches Rauschen dort anders.
comfy-computed-there = { $sampler } wird dort anders berechnet.
comfy-noise-levels = Die Rauschstufen von { $sampler } sind dort nur bei { NUMBER($steps, useGrouping: 0) } Schritten dieselben.
comfy-loras-everywhere = Dort wirken alle LoRAs überall; hier blieb jedes Motiv an seinem eigenen Platz.
comfy-no-places = Dort haben Motive keine Plätze.
comfy-one-picture = Dort ist es ein einzelnes Bild, kein Blatt mit mehreren.
comfy-curly-brackets = Die Seite dort wählt unter Worten in { "{" }geschweiften Klammern{ "}" } aus und lässt weg, was auf // oder /* folgt.
comfy-embedding = „embedding:“ lädt dort eine Datei; hier ist es ein Wort.
comfy-long-prompt = Ein so langer Prompt wird dort vielleicht an anderen Worten geteilt.
comfy-choose-start = Wähle dort im Node Load Image das Bild, mit dem es anfängt.
person-id-not-plain = Die id einer Person ist „{ $id }“; nimm 1 bis 40 der Zeichen a-z und 0-9.

## ---- Errors: models, the Hub, engines, the folder

weights-kind-empty = leer: ohne Gewichte darin
weights-gone = { $name } ist nicht (mehr) da. Leg es zurück, oder wähle etwas anderes.
weights-not-read = { $name } lässt sich nicht lesen ({ $error }). Leg es zurück, oder wähle etwas anderes.
weights-empty = eine leere Datei; lade sie noch einmal herunter
auto-chosen-at-start = Es wurde mit --base-model gewählt.
auto-not-known-yet = Cuddle sieht noch nach, ob dieser Computer eine Grafikkarte hat.
auto-without-card = Dieser Computer hat keine Grafikkarte, die Cuddle nutzen kann; { $title } braucht eine.
auto-card-too-small = Die Grafikkarte hat { NUMBER($there, useGrouping: 0) } GB; { $title } braucht { $needed } GB oder mehr.
auto-card-large-enough = Die Grafikkarte hat { NUMBER($there, useGrouping: 0) } GB, genug für { $title }.
photos-drawn-by = Wähle { $title } unter „Weitere Einstellungen“; die Grafikkarte hier ist groß genug dafür.
photos-drawn-elsewhere = Für echte Fotos starte Cuddle auf einem Computer mit einer Grafikkarte mit { $needed } GB oder mehr, oder wähle { $title } unter „Weitere Einstellungen“, was hier Stunden dauert; um Cuddle jetzt auszuprobieren, nimm die Beispielfotos.
photo-beyond-pocket = Foto { NUMBER($number, useGrouping: 0) } kann das Pocket-Modell nicht zeichnen: Es kennt nur seine eigene kleine Comicwelt, und eine Lektion mit anderen Fotos endet in bunten Scherben. { $instead }
lesson-too-long-on-cpu = Diese Lektion auf { $title } würde hier, wo Cuddle auf der CPU rechnet, mindestens { $least } und höchstens { $most } dauern ({ $samples } Samples zu je { $tflop } TFLOP). Sie braucht eine Grafikkarte mit { $needed } GB oder mehr; wähle das Pocket-Modell, oder starte Cuddle auf einem Computer mit einer solchen Karte.
some-days = { NUMBER($count, useGrouping: 0) } Tage
some-hours = { NUMBER($count, useGrouping: 0) } Stunden
some-minutes = { NUMBER($count, useGrouping: 0) } Minuten
base-model-pickle = { $file } ist eine Pickle-Datei ({ $suffix }); solche werden nie geöffnet, weil sie Programme ausführen können. Nimm dieses Modell als .safetensors, oder ein anderes.
base-model-no-safetensors = { $file } ist keine .safetensors-Datei. Ein ganzes Modell von Stable Diffusion XL oder 1.5, das auf .safetensors endet, ist in Ordnung, ein diffusers-Ordner auch.
base-model-unknown = Das Basismodell „{ $name }“ gibt es nicht. In Ordnung sind: auto, { $known }, ein Ordner oder eine .safetensors-Datei eines Modells von Stable Diffusion XL oder 1.5 auf diesem Computer, oder ein Repository auf dem Hub, als owner/name geschrieben.
base-model-file-gone = { $file } ist nicht (mehr) da. Leg es zurück, oder wähle ein anderes Basismodell.
base-model-not-at = Das Basismodell { $title } ist nicht unter { $place }. Leg es zurück, oder wähle ein anderes.
base-model-not-in-folder = Das Basismodell { $title } ist nicht in { $folder }. Leg es dorthin zurück, oder wähle ein anderes.
base-model-not-opened = { $title } unter { $place } lässt sich nicht öffnen ({ $error }). Ein ganzes { $family }-Modell ist in Ordnung: Kopiere es, oder lade es noch einmal herunter.
base-model-without-part = { $title } in { $folder } hat keinen Ordner „{ $part }“. Ein ganzer diffusers-Ordner ist in Ordnung: Kopiere ihn, oder lade ihn noch einmal herunter.
base-model-of-another-family = { $title } ist ein { $family }-Modell und wurde für ein { $taken_for }-Modell gehalten. Cuddle weiß das jetzt: Wähle es noch einmal und starte dies neu.
base-model-predicts-other = { $title } sagt „{ $predicted }“ voraus; Cuddle arbeitet mit Modellen, die Rauschen oder velocity vorhersagen, etwa SDXL base. Wähle eines davon.
base-model-not-portable = Das Basismodell { $name } ist eine Datei oder ein Ordner dieses Computers, aber die Arbeit geschieht auf einer anderen Maschine, wo das nichts bedeutet. Wähle pocket, sdxl, sd15 oder ein Repository auf dem Hub, als owner/name geschrieben, oder starte Cuddle ohne --engine, um hier zu arbeiten.
family-unknown = { $title } gehört zur Familie „{ $family }“; in Ordnung sind: { $fine }.
subject-of-another-family = { $name } wurde auf { $family } gelernt und passt nicht zu { $title }. Wähle Motive, die auf demselben Basismodell gelernt wurden, und dieses Basismodell oder auto.
subject-base-model-gone = { $name } wurde auf { $base_model } gelernt, und das lässt sich nicht mehr nutzen: { $why } Jedes andere { $family }-Modell passt auch: Wähle eines für das Bild.
device-unknown = Das Gerät „{ $device }“ gibt es nicht; in Ordnung sind: auto, { $fine }.
device-not-usable = Das Gerät „{ $device }“ lässt sich auf diesem Computer nicht nutzen; in Ordnung sind hier: auto, { $fine }.
sampler-not-for-flow = { $sampler } funktioniert mit diesem Basismodell nicht. Wähle einen davon: { $fine }.
picture-overflowed = Das Bild wurde leer (seine Zahlen sind übergelaufen). Wähle eine kleinere Guidance-Skala oder kleinere Stärken der Ähnlichkeit und versuch es noch einmal.
base-model-refused = { $name } ist { $what }. In Ordnung ist ein ganzes Modell von Stable Diffusion XL oder 1.5 in fp16, bf16 oder fp32; wähle ein anderes.
kind-unknown = kein Modell, das Cuddle kennt (der erste Teil ist „{ $part }“)
kind-without-text-encoder = ein { $title }-Modell ohne Text-Encoder, also kein ganzes
kind-without-autoencoder = ein { $title }-Modell ohne Autoencoder, also kein ganzes
kind-of-pipeline = ein Modell der Art { $pipeline }
kind-with-channels = ein Modell, das Bilder als Eingabe nimmt ({ $channels } Kanäle statt 4)
kind-of-width = ein Stable Diffusion mit einer anderen Breite ({ $width })
kind-inpainting = ein Inpainting-Modell, das Lücken in Bildern füllt (9 Eingabekanäle statt 4)
kind-sd2 = ein Modell von Stable Diffusion 2
kind-refiner = der SDXL-Refiner, der Bilder des Basismodells nur fertig macht
kind-lora = ein LoRA, kein Basismodell. Unter „Zuhause“ lässt es sich als Motiv aufnehmen
kind-controlnet = ein ControlNet, kein Basismodell
kind-video = ein Modell für Videos
kind-flux = ein Flux-Modell
kind-sd3 = ein Modell von Stable Diffusion 3
kind-other-channels = ein Modell, das Bilder als Eingabe nimmt (die erste Schicht hat nicht 4 Kanäle)
kind-quantised = mit weniger als 16 Bit je Zahl gespeichert (fp8 oder quantisiert), worauf Lektionen nicht aufbauen können
kind-cut-down-sdxl = ein kleinerer Verwandter von Stable Diffusion XL (etwa SSD-1B), der als einzelne Datei nicht gelesen wird
kind-text-encoder = nur ein Text-Encoder
kind-autoencoder = nur ein Autoencoder (VAE)
kind-unet = nur ein UNet, aus einem diffusers-Ordner; gib den ganzen Ordner an
kind-embedding = ein Embedding (textual inversion), kein Basismodell
folder-no-diffusers = { $folder } ist kein diffusers-Ordner: { $file } fehlt oder lässt sich nicht lesen. Kopiere den ganzen Ordner, oder lade ihn noch einmal herunter.
folder-without-configuration = In { $folder } fehlt { $file } oder lässt sich nicht lesen. Kopiere den ganzen Ordner, oder lade ihn noch einmal herunter.
configuration-damaged = { $file } ist beschädigt. Kopiere die Datei, oder lade sie noch einmal herunter.
file-is-other = { $name } ist { $what }.
file-cut-off = { $name } ist abgeschnitten: { $there } von { $whole } sind da. Lade die Datei noch einmal herunter.
file-damaged = { $name } ist keine .safetensors-Datei oder ist beschädigt. Lade die Datei noch einmal herunter, oder wähle eine andere.
amount-bytes = { $number } Byte
amount-kilobytes = { $number } kB
amount-megabytes = { $number } MB
amount-gigabytes = { $number } GB
file-text = eine Textdatei (sie beginnt mit „{ $text }“), keine .safetensors-Datei; wähle eine andere
file-no-safetensors = keine .safetensors-Datei, oder sie ist beschädigt; lade sie noch einmal herunter, oder wähle eine andere
file-git-lfs = ein Zeiger von Git LFS, nicht die Datei selbst; führe 'git lfs pull' aus, oder lade die Datei herunter
file-web-page = eine Webseite; lade die Datei selbst herunter, nicht die Seite darüber
file-gguf = eine GGUF-Datei, und solche liest Cuddle nicht
file-pickle-or-zip = eine Pickle- oder Zip-Datei (.ckpt, .pt); solche werden nie geöffnet, weil sie Programme ausführen können
file-pickle = eine Pickle-Datei (.ckpt, .pt); solche werden nie geöffnet, weil sie Programme ausführen können
lora-fine = Ein LoRA als .safetensors-Datei für dasselbe Basismodell ist in Ordnung
lora-of-other-kind = { $name } ist { $what }, und so etwas nimmt Cuddle nicht auf. { lora-fine }.
other-oft = eine OFT-Datei
other-ia3 = eine IA3-Datei (LyCORIS)
other-differences = eine Datei mit ganzen Differenzen (LyCORIS)
other-glora = ein GLoRA (LyCORIS)
other-norms = eine LyCORIS-Datei, die Normen ändert
other-embedding = ein Embedding
other-controlnet = ein ControlNet
other-whole-model = ein ganzes Modell
other-flux = ein LoRA für Flux oder ein Modell dieser Art
other-sd3-or-flux = ein LoRA für Stable Diffusion 3 oder Flux
lora-of-other-numbers = { $name } enthält seinen Teil „{ $part }“ als { $type }, und das sind keine Zahlen eines LoRA. In Ordnung sind fp32, fp16, bf16 und fp8 (e4m3 oder e5m2); speichere es so noch einmal.
lora-part-empty = { $name } ist beschädigt: Der Teil „{ $part }“ enthält keine Zahlen. Lade es noch einmal herunter. { lora-fine }.
lora-too-large = { $name } hat { $size } GB; LoRA-Dateien bis { $most } GB sind in Ordnung.
lora-of-other-family = { $name } ist ein LoRA für { $family } und passt nicht zu { $title }. Wähle das Basismodell, für das es gemacht ist, oder eine andere Datei.
lora-none-in-file = { $name } enthält kein LoRA (der erste Teil ist „{ $part }“). { lora-fine }.
lora-part-not-there = { $name } passt nicht zu { $title }: Dort gibt es den Teil „{ $part }“ nicht. { lora-fine }.
lora-layer-twice = { $name } ändert „{ $layer }“ zweimal, unter zwei Namen, und ist also beschädigt. { lora-fine }.
lora-of-text-alone = { $name } ändert nur die Text-Encoder, und die bleiben hier draußen. { lora-fine }.
lora-layer-incomplete = { $name } ist unvollständig: „{ $layer }“ hat nur { $parts }. { lora-fine }.
lora-layer-of-other-size = { $name } passt nicht zu { $title }: Die Änderung an „{ $layer }“ ist { $sizes }, und die Schicht des Basismodells geht von { NUMBER($inputs, useGrouping: 0) } auf { NUMBER($outputs, useGrouping: 0) }. { lora-fine }.
lora-not-finite = { $name } ist beschädigt: „{ $layer }“ enthält Zahlen, die nicht endlich sind. { lora-fine }.
lora-change-too-large = { $name } ist beschädigt: Die Änderung an „{ $layer }“ ist so groß (Zahlen von 65504, wo halbe Genauigkeit endet, oder eine Änderung eines Gewichts um mehr als { $most }), dass sich damit kein Bild machen ließe. Lade die Datei noch einmal herunter, oder wähle eine andere.
lora-file-broken = { $name } ist keine .safetensors-Datei oder ist beschädigt. { lora-fine }; ältere .pt- und .ckpt-Dateien werden nie geöffnet, weil sie Programme ausführen können.
hub-log-in = melde dich auf diesem Computer mit '.venv/bin/hf auth login' an
hub-no-token = Cuddle hat noch kein Token von Hugging Face. Erstelle auf { $page } eines, das schreiben darf, dann { hub-log-in } (oder setze HF_TOKEN, bevor du Cuddle startest).
hub-no-token-on-space = Dieser Space hat kein Token von Hugging Face. Öffne seine Settings, füge unter „Variables and secrets“ ein Secret namens HF_TOKEN hinzu, mit einem Token von { $page }, das schreiben darf, und lass den Space privat: Wer ihn öffnet, könnte in deinem Namen veröffentlichen.
hub-shared = Cuddle ist über einen öffentlichen Link für andere offen, und alle dort würden in deinem Namen veröffentlichen. Zum Veröffentlichen starte Cuddle ohne --share.
hub-token-no-token = Was als Token von Hugging Face hinterlegt ist, enthält Zeichen, die in keinem Token stehen. Kopiere ein neues von { $page }, ohne Leerzeichen oder Anführungszeichen, und gib es Cuddle statt des alten.
hub-token-may-only-read = Das Hugging-Face-Token von { $name } darf nur lesen. Erstelle auf { $page } eines, das schreiben darf, und gib es Cuddle statt dieses.
hub-token-unknown = Der Hugging Face Hub kennt das Token nicht, das hier ist (401); vielleicht wurde es gelöscht. Erstelle auf { $page } ein neues, gib es Cuddle statt des alten und versuch es noch einmal.
hub-token-without-right = Das Hugging-Face-Token, das hier ist, hat für { $what } nicht das Recht dazu (403). Erstelle auf { $page } eines, das schreiben darf, gib es Cuddle statt des alten und versuch es noch einmal.
your-account = dein Konto
hub-offline = Cuddle wurde mit HF_HUB_OFFLINE gestartet und fragt darum den Hugging Face Hub nach nichts. Starte es ohne diese Variable und versuch es noch einmal.
hub-answer-not-its-own = Was für { $what } kam, ist keine Antwort des Hugging Face Hub. Vielleicht verlangt dieses Netz eine Anmeldung: Öffne { $address } in einem Browser und versuch es dann noch einmal.
hub-not-reached = Der Hugging Face Hub ist für { $what } nicht zu erreichen ({ $type }). Prüfe die Internetverbindung und versuch es dann noch einmal; hier ist nichts verloren.
hub-gated = Für { $what } gilt eine Lizenz. Öffne es auf { $address } in einem Browser, nimm dort die Lizenz an, { hub-log-in }, und versuch es noch einmal.
hub-asked-too-often = Der Hugging Face Hub wurde zu oft gefragt (429). Versuch es in ein paar Minuten noch einmal; hier ist nichts verloren.
hub-asked-too-often-for =
    { $minutes ->
        [one] Der Hugging Face Hub wurde zu oft gefragt (429). Versuch es in { NUMBER($minutes, useGrouping: 0) } Minute noch einmal; hier ist nichts verloren.
       *[other] Der Hugging Face Hub wurde zu oft gefragt (429). Versuch es in { NUMBER($minutes, useGrouping: 0) } Minuten noch einmal; hier ist nichts verloren.
    }
hub-in-trouble = Der Hugging Face Hub hat selbst Schwierigkeiten ({ NUMBER($status, useGrouping: 0) }). Versuch es für { $what } in ein paar Minuten noch einmal; hier ist nichts verloren.
hub-not-found = { $what } gibt es auf dem Hugging Face Hub nicht, oder es ist privat. Prüfe den Namen; ist es privat, { hub-log-in }, und zwar als jemand, der es lesen darf, und versuch es noch einmal.
hub-name-taken = Der Name { $what } ist auf dem Hugging Face Hub schon durch etwas anderes vergeben (409). Wähle einen anderen Namen und versuch es noch einmal.
hub-refused = Der Hugging Face Hub hat { $what } abgelehnt ({ NUMBER($status, useGrouping: 0) }). Ändere das und versuch es noch einmal.
hub-refused-saying = Der Hugging Face Hub hat { $what } abgelehnt ({ NUMBER($status, useGrouping: 0) }: { $answer }). Ändere das und versuch es noch einmal.
hub-no-name = „{ $given }“ ist kein Name auf dem Hugging Face Hub. Gib owner/name an, etwa anna/dumpling-lora, oder die Adresse der Seite dort.
hub-name-not-possible = „{ $name }“ kann kein Name auf dem Hub sein; Buchstaben a-z, Ziffern, '-', '_' und '.' sind in Ordnung, bis zu 96 davon, etwa dumpling-lora.
hub-owner-not-own = Das Token, das hier ist, gehört { $name } und kann nicht als { $owner } veröffentlichen; in Ordnung sind: { $fine }.
hub-address-elsewhere = „{ $address }“ ist eine Adresse anderswo. LoRAs kommen vom Hugging Face Hub: Gib owner/name an, oder die Adresse der Seite dort.
hub-whole-model = { $repository } ist ein ganzes Modell und kein LoRA. Es kann ein Basismodell sein: Wähle es als solches, oder gib hier ein anderes Repository an.
hub-several-files = { $repository } enthält { NUMBER($count, useGrouping: 0) } Dateien: { $files }. Sag, welche, etwa { $repository }/{ $first }.
hub-file-not-there = { $repository } hat keine Datei { $file }; vorhanden: { $there }.
hub-nothing-there = keine .safetensors-Datei
hub-file-no-safetensors = { $file } ist keine .safetensors-Datei; nur solche werden aufgenommen.
hub-file-pickle = { $file } ist ein Pickle; solche werden nie geöffnet, weil sie Programme ausführen können. Nur .safetensors-Dateien werden aufgenommen: Gib eine andere Datei oder ein anderes Repository an.
hub-repository-pickle = Was { $repository } enthält, ist ein Pickle; solche werden nie geöffnet, weil sie Programme ausführen können. Nur .safetensors-Dateien werden aufgenommen: Gib eine andere Datei oder ein anderes Repository an.
hub-repository-without-lora = { $repository } enthält keine .safetensors-Datei, also kein LoRA zum Aufnehmen. Gib ein anderes an.
hub-file-damaged = { $file } kam beschädigt an und wurde entfernt. Versuch es noch einmal; geschieht es wieder, prüfe die Verbindung und die Festplatte.
hub-file-without-room = { $file } braucht { $needed } GB auf der Festplatte, und dort sind { $free } GB frei. Schaff etwas Platz und versuch es noch einmal.
hub-part-damaged = { $file } von { $title } kam beschädigt an und wurde entfernt. Versuch es noch einmal; geschieht es wieder, prüfe die Verbindung und die Festplatte.
hub-cache-without-room = { $title } braucht { $needed } GB auf der Festplatte mit { $folder }, und dort sind { $free } GB frei. Schaff etwas Platz, oder setze HF_HOME auf einen Ordner auf einer größeren Festplatte, und versuch es noch einmal.
hub-helper-gone = { $repository } auf dem Hub hat { $file } nicht mehr. Wähle einen Sampler, der kein Helfer-LoRA braucht, etwa DPM++ 2M AYS.
hub-no-diffusers-model = { $repository } auf dem Hub hat keine model_index.json und ist also kein diffusers-Modell. Wähle ein Repository in der Form von diffusers, oder lade die .safetensors-Datei davon herunter und gib die an.
hub-no-safetensors = { $repository } auf dem Hub hat keine .safetensors-Gewichte für „{ $folder }“. Pickles werden nie geöffnet, weil sie Programme ausführen können; wähle ein Repository mit .safetensors-Dateien.
base-model-gated = Für { $repository } gilt eine Lizenz. Öffne https://huggingface.co/{ $repository } in einem Browser, nimm dort die Lizenz an, { hub-log-in }, und versuch es noch einmal.
base-model-not-on-hub = Das Modell „{ $repository }“ gibt es auf dem Hugging Face Hub nicht, oder es ist privat. Prüfe den Namen; ist es privat, { hub-log-in }, und versuch es noch einmal.
base-model-not-let-go =
    Der Hugging Face Hub gab { $title } nicht heraus ({ NUMBER($status, useGrouping: 0) }).{ $kept ->
        [some] { " " }{ $done } von { $total } GB sind hier und bleiben; der nächste Versuch macht dort weiter.
       *[none] { "" }
    } Melde dich auf diesem Computer mit '.venv/bin/hf auth login' an, als jemand, der es lesen darf, und versuch es noch einmal.
base-model-answered =
    Der Hugging Face Hub antwortete { NUMBER($status, useGrouping: 0) }, als nach { $title } gefragt wurde.{ $kept ->
        [some] { " " }{ $done } von { $total } GB sind hier und bleiben; der nächste Versuch macht dort weiter.
       *[none] { "" }
    } Versuch es in ein paar Minuten noch einmal.
base-model-not-downloaded =
    { $title } muss erst heruntergeladen werden, und der Hugging Face Hub ist nicht zu erreichen ({ $type }).{ $kept ->
        [some] { " " }{ $done } von { $total } GB sind hier und bleiben; der nächste Versuch macht dort weiter.
       *[none] { "" }
    } Prüfe die Internetverbindung und versuch es dann noch einmal; das Pocket-Modell braucht keinen Download.
repository-taken = { $place } auf dem Hub enthält { $what }. Wähle einen anderen Namen, oder sag, dass es ersetzt werden darf; dort wurde nichts geändert.
holding-something-else = etwas, das nicht von Cuddle veröffentlicht wurde ({ $file })
holding-another-subject = ein anderes Motiv, { $name }
holding-a-subject = ein Motiv, das früher veröffentlicht wurde
publish-file-missing = Für { $name } gibt es keine { $format }-Datei; zum Veröffentlichen starte eine neue Lektion.
publish-files-missing = Zum Veröffentlichen braucht { $name } beide LoRA-Dateien.
publish-under-way = { $place } wird schon veröffentlicht; warte, bis das fertig ist, oder brich es erst ab.
publish-picture-not-offered = Das Bild „{ $id }“ lässt sich nicht mit { $name } veröffentlichen. In Ordnung sind Bilder, die nur { $name } zeigen und aus Worten entstanden, und die Zeichnungen der Lektion.
publish-too-many-pictures = Du hast { NUMBER($count, useGrouping: 0) } Bilder gewählt; bis zu { NUMBER($most, useGrouping: 0) } werden auf dem Hub gezeigt.
publish-file-not-made = Die Datei „{ $file }“ hat nicht Cuddle gemacht; nur solche lassen sich veröffentlichen.
publish-picture-gone = Das Bild { $file } ist nicht mehr da; wähle andere zum Veröffentlichen.
publish-picture-not-read = Das Bild { $file } lässt sich nicht lesen; wähle andere zum Veröffentlichen.
publish-lora-gone = Die LoRA-Datei { $file } von { $name } ist nicht mehr da; veröffentliche { $name } neu.
publish-name-no-model = Der Name { $repository } ist auf dem Hub durch etwas vergeben, das kein Modell ist. Wähle einen anderen Namen und versuch es noch einmal.
publish-not-whole = { $file } kam in { $repository } nicht vollständig an. Versuch es noch einmal; was schon dort ist, wird nicht ein zweites Mal gesendet.
the-worker = Der Worker
worker-of-several = Worker { NUMBER($number, useGrouping: 0) } von { NUMBER($count, useGrouping: 0) }
worker-not-looked-after = { $worker }: Die Betreuung ist gescheitert: { $error }
worker-ended = { $worker } ist zu Ende.
worker-ended-with-code = { $worker } endete mit Code { NUMBER($code, useGrouping: 0) } (worker.log im Datenordner sagt mehr).
worker-silent = { $worker } hat nicht mehr geantwortet.
worker-starts-again = { $why } In { NUMBER($seconds, useGrouping: 0) } s startet er neu; Aufträge gehen von selbst weiter.
worker-not-registered = Der Worker „{ $id }“ ist nicht angemeldet; melde ihn zuerst an.
worker-given-up = Die Seite hat diesen Worker aufgegeben; was er gerade tut, geht anderswo weiter.
worker-given-up-for-now = Die Seite hat diesen Worker aufgegeben, weil eine Weile nichts von ihm zu hören war oder sie jetzt einen anderen Datenordner hat. Er kommt von selbst zurück, wenn er nichts mehr zu tun hat.
worker-not-understood = Was der Worker { $worker } sagt, lässt sich nicht lesen ({ $type }: { $error }). Beide Maschinen brauchen dieselbe Version von Cuddle.
workers-too-many = --workers ist { NUMBER($workers, useGrouping: 0) }, aber jeder Worker braucht eine eigene Grafikkarte, und davon gibt es { NUMBER($cards, useGrouping: 0) }. Wähle 1 bis { NUMBER($cards, useGrouping: 0) }, oder lass --workers weg.
shared-folder-without-worker = Am gemeinsamen Ordner { $folder } ist kein Worker. Starte auf der Maschine, die arbeiten soll, python -m worker --shared-folder mit diesem Ordner.
shared-folder-no-digest = „{ $name }“ im gemeinsamen Ordner ist kein SHA-256; dort schreibt noch etwas anderes.
page-says-unknown = Die Seite sagt „{ $what }“, und das kennt diese Version von Cuddle nicht.
job-taken-from-worker = Der Auftrag { $id } wurde diesem Worker genommen; hör auf, daran zu arbeiten.
data-folder-path-too-long = Der Pfad des Datenordners ist zu lang: Mit { $name } hat er { NUMBER($bytes, useGrouping: 0) } Byte, und SQLite öffnet Dateien bis { NUMBER($most, useGrouping: 0) }. Wähle mit --data-folder einen kürzeren.
data-folder-not-removed = Der Datenordner selbst wird nie entfernt; entferne eine Datei oder einen Ordner darin.
file-outside-folder = „{ $file }“ liegt außerhalb des Datenordners { $folder }; nur Dateien darin werden benutzt.
file-name-not-plain = „{ $name }“ kann kein Dateiname sein; nimm Buchstaben a-z, Ziffern, '_', '.' und '-'.
a-file = Eine Datei
database-migrating-elsewhere = { $path } wird seit mehr als { NUMBER($seconds, useGrouping: 0) } Sekunden von einem anderen Cuddle auf den neuesten Stand gebracht. Schließe das andere und starte dann neu.
database-of-another-program = { $path } ist eine Datenbank, aber keine von Cuddle. Wähle mit --data-folder einen anderen Datenordner, oder leg diese Datei woandershin.
database-newer = { $path } wurde von einem neueren Cuddle geschrieben (Version „{ $version }“). Starte das neuere Cuddle, oder wähle mit --data-folder einen anderen Datenordner; nichts wurde geändert.
database-not-writable = { $path } lässt sich nicht schreiben. Mach die Datei und ihren Ordner für dich beschreibbar, oder wähle mit --data-folder einen anderen Datenordner.
database-not-opened = { $path } lässt sich nicht öffnen. Mach die Datei und ihren Ordner für dich lesbar und beschreibbar, oder wähle mit --data-folder einen anderen Datenordner.
database-no-database = { $path } ist keine Datenbank oder ist beschädigt. Leg die Datei woandershin und starte neu, oder wähle mit --data-folder einen anderen Datenordner.
database-damaged = { $path } ist beschädigt. Leg eine frühere Kopie zurück, oder leg die Datei woandershin und starte neu; Fotos, LoRA-Dateien und Bilder liegen daneben und bleiben unberührt.
database-in-use = { $path } wurde { NUMBER($seconds, useGrouping: 0) } Sekunden lang von einem anderen Programm benutzt. Schließe Programme, die es geöffnet haben, und versuch es dann noch einmal.
database-disk-error = Die Festplatte mit { $path } meldet einen Fehler. Prüfe, ob sie angeschlossen ist und freien Platz hat, und starte dann neu.
picture-not-found = Das Bild „{ $id }“ gibt es nicht (mehr); das Album zeigt die vorhandenen.
subject-not-found = Ein Motiv namens „{ $name }“ gibt es nicht (mehr); wähle eines der gelernten.
subject-name-taken = Ein Motiv namens „{ $name }“ gibt es schon; wähle einen anderen Namen, oder lösche jenes.
trigger-word-taken = Das Triggerwort „{ $word }“ gehört schon zu { $name }; wähle ein anderes.
lesson-without-photos = Diese Lektion hat keine Fotos; gib mindestens 3.
photo-learned-and-aside = Das Foto { $photo } ist zum Lernen da und zugleich beiseitegelegt; wähle eines davon.
caption-without-photo = Es gibt eine Beschreibung für { $name }, aber kein solches Foto in dieser Lektion.
place-not-a-box = Der Platz von { $name } ist { $box }; gib left, top, right, bottom zwischen 0 und 1 an, left kleiner als right und top kleiner als bottom.
subjects-too-many = Du hast { NUMBER($count, useGrouping: 0) } Motive gewählt; bis zu { NUMBER($most, useGrouping: 0) } passen in ein Bild.
subjects-not-possible = In diesem Bild sind { NUMBER($count, useGrouping: 0) } Motive; 1 bis { NUMBER($most, useGrouping: 0) } sind in Ordnung.
larger-version-too-large = Die größere Fassung hätte { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } Pixel; an jeder Seite sind bis zu { NUMBER($most, useGrouping: 0) } in Ordnung. Wähle eine kleinere Größe, oder vergrößere weniger.
grid-of-several-seeds = Ein Raster zeigt einen Seed, und verlangt sind { NUMBER($count, useGrouping: 0) } Bilder; verlange 1.
trigger-word-not-plain = Das Triggerwort ist „{ $word }“; nimm 1 bis 40 der Zeichen a-z und 0-9.
stored-values-unknown = { $type } (gespeichert) enthält { $names }; hier steht { $found }.
resolution-not-multiple = Die Auflösung ist { NUMBER($resolution, useGrouping: 0) }; wähle ein Vielfaches von 8, etwa 256 oder 1024.
recipe-values-unknown = Ein Rezept enthält { $names }; dieses enthält { $found }.
option-unknown = Die Option „{ $option }“ gibt es nicht; die Optionen sind: { $options }.
steps-contradict-samples =
    { $counted ->
        [checkpoint_every_samples] Schritte zwischen Checkpoints: { NUMBER($steps, useGrouping: 0) }, Samples zwischen Checkpoints: { NUMBER($samples, useGrouping: 0) }
        [sample_every_samples] Schritte zwischen Beispielbildern: { NUMBER($steps, useGrouping: 0) }, Samples zwischen Beispielbildern: { NUMBER($samples, useGrouping: 0) }
       *[samples] Schritte: { NUMBER($steps, useGrouping: 0) }, Samples: { NUMBER($samples, useGrouping: 0) }
    }; aber bei einer Batchgröße von { NUMBER($batch_size, useGrouping: 0) } sehen { NUMBER($steps, useGrouping: 0) } Schritte { NUMBER($seen, useGrouping: 0) } Samples. Gib eines von beiden an.

## ---- Jobs: what they say while they run, and how they fail

job-state-queued = wartend
job-state-running = in Arbeit
job-state-paused = pausiert
job-state-done = fertig
job-state-failed = gescheitert
job-state-cancelled = abgebrochen
job-state-interrupted = unterbrochen
job-cannot-become = Dieser Auftrag ist jetzt „{ $state }“ und kann nicht zu „{ $other }“ wechseln. Lade die Seite neu, um zu sehen, wie es steht.
job-not-found = Den Auftrag „{ $id }“ gibt es nicht; die Warteschlange führt die vorhandenen auf.
job-not-running = Der Auftrag { $id } ist { $state }; nur ein Auftrag in Arbeit kommt voran. Hör auf, daran zu arbeiten.
job-not-paused = Dieser Auftrag ist { $state }; nur ein pausierter kann weitergehen.
job-not-waiting = Dieser Auftrag ist { $state }; nur ein Auftrag, der in der Warteschlange steht, lässt sich verschieben.
job-not-failed = Dieser Auftrag ist { $state }; nur ein gescheiterter oder abgebrochener lässt sich noch einmal versuchen.
job-position-too-small = Die Stelle ist { NUMBER($position, useGrouping: 0) }; der erste Platz in der Warteschlange ist 1.
job-no-lesson-to-finish = Nur eine Lektion lässt sich vorzeitig beenden; brich diesen Auftrag stattdessen ab.
job-about-to-be-cancelled = Dieser Auftrag wird gerade schon abgebrochen.
job-over =
    Dieser Auftrag ist schon { $state }; nur einer, der wartet oder in Arbeit ist, kann { $command ->
        [pause] pausiert
        [finish] vorzeitig beendet
       *[cancel] abgebrochen
    } werden.
lesson-without-step = Diese Lektion hat noch keinen Schritt getan, also gibt es nichts zu behalten. Warte ein paar Schritte ab, oder brich sie ab.
lesson-subject-deleted = Das Motiv dieser Lektion wurde gelöscht, und seine Fotos auch. Starte eine neue Lektion.
lesson-photos-gone = Die Fotos dieser Lektion sind weg. Starte mit den Fotos des Motivs eine neue Lektion.
downloading = Download von { $what }: { $done } von { $total } { $unit }
uploading = Upload nach { $what }: { $done } von { $total } { $unit }
getting-ready = Macht sich bereit.
loading-base-model = Lädt das Basismodell.
lesson-looking = Sieht sich die Fotos an.
lesson-picture-in-between = Macht ein Bild zwischendurch.
lesson-class-pictures = Macht Bilder der Art „{ $kind }“: { NUMBER($made, useGrouping: 0) } von { NUMBER($count, useGrouping: 0) }.
lesson-too-slow = Die Schritte sind zehnmal langsamer geworden, wie es geschieht, wenn der Speicher der Grafikkarte voll ist: Schließe andere Programme, die sie nutzen.
plan-fast =
    { $rows ->
        [one] Ein Foto nach dem anderen
       *[other] { NUMBER($rows, useGrouping: 0) } Fotos auf einmal
    }: Das braucht { NUMBER($needed, useGrouping: 0) } der { NUMBER($free, useGrouping: 0) } GB, die auf der Grafikkarte frei sind.
plan-partly-twice =
    { $rows ->
        [one] Ein Foto nach dem anderen
       *[other] { NUMBER($rows, useGrouping: 0) } Fotos auf einmal
    }, und ein Teil jedes Schritts wird zweimal berechnet: Das braucht { NUMBER($needed, useGrouping: 0) } der { NUMBER($free, useGrouping: 0) } GB, die auf der Grafikkarte frei sind.
plan-twice =
    { $rows ->
        [one] Ein Foto nach dem anderen
       *[other] { NUMBER($rows, useGrouping: 0) } Fotos auf einmal
    }, und jeder Schritt wird zweimal berechnet: Das braucht { NUMBER($needed, useGrouping: 0) } der { NUMBER($free, useGrouping: 0) } GB, die auf der Grafikkarte frei sind.
comparing-with-photos = Vergleicht mit den Fotos.
all-found = Gefunden: { $names }.
all-found-in-pictures =
    { $pictures ->
        [one] Im Bild gefunden: { $names }.
       *[other] In allen { NUMBER($pictures, useGrouping: 0) } Bildern gefunden: { $names }.
    }
found-in-one = { $parts }.
some-found =
    { $count ->
        [one] { $names } wurde gefunden
       *[other] { $names } wurden gefunden
    }
not-clearly-seen =
    { $count ->
        [one] { $names } ist nicht klar zu sehen, versuch einen anderen Seed
       *[other] { $names } sind nicht klar zu sehen, versuch einen anderen Seed
    }
try-another-seed = { $seen }. Versuch einen anderen Seed.
not-clearly-seen-in =
    { $place ->
        [first] In
       *[later] in
    } Bild { NUMBER($picture, useGrouping: 0) } { $count ->
        [one] ist
       *[other] sind
    } { $names } nicht klar zu sehen
little-like =
    { $count ->
        [one] { $names } ist den eigenen Fotos wenig ähnlich geworden, versuch einen anderen Seed.
       *[other] { $names } sind den eigenen Fotos wenig ähnlich geworden, versuch einen anderen Seed.
    }
little-like-in =
    { $count ->
        [one] Den eigenen Fotos wenig ähnlich: { $each }.
       *[other] Den eigenen Fotos wenig ähnlich: { $each }.
    }
name-in-pictures = { $name } in Bild { $pictures }
summed-because = Als einfache Summe gemacht: Jedes Motiv für sich zu lassen, geht noch nicht zusammen mit { $what }.
obstacle-base-model = dem Basismodell { $title }
obstacle-subjects = mehr als { NUMBER($most, useGrouping: 0) } Motiven
obstacle-start = einem Bild, mit dem es anfängt
obstacle-sampler = dem Sampler { $sampler }
obstacle-text-layers = dem LoRA von { $name }, das auch ändert, wie Worte gelesen werden
obstacle-weight = einem Gewicht auf { $name }, das die Art auslässt
larger-adds-everywhere = Der zweite Durchgang der größeren Fassung fügt die Motive überall hinzu.
import-embeddings-left-out = Die Datei enthält auch { NUMBER($count, useGrouping: 0) } Embeddings ({ $first } …), die weggelassen werden; das LoRA ist ohne sie vollständig.
import-own-words = Die Datei wurde mit den Worten „{ $words }“ gelernt; schreib sie auch in deine Prompts.
job-cancelled = Abgebrochen.
job-failed = Das ging nicht, und niemand hat gesagt, warum. Versuch es noch einmal.
message-of-another-version = Eine andere Version von Cuddle hat notiert, was hier war ({ $key }); diese hat keine Worte dafür.
job-stopped-unexpectedly = Etwas Unerwartetes hat diesen Auftrag angehalten ({ $type }: { $error }). Seine Fotos und Einstellungen sind aufgehoben: Versuch es noch einmal; hält er wieder an, zeigt „{ job-log }“ unter „{ activity }“, wo.
job-stopped-in-vain = Der Worker hat bei diesem Auftrag { NUMBER($times, useGrouping: 0) }-mal angehalten, ohne weiterzukommen. Seine Fotos und Einstellungen sind aufgehoben: Versuch es noch einmal, mit kleinerer Größe oder kleinerem Batch, falls der Speicher knapp war; worker.log im Datenordner sagt mehr.
memory-too-small = Dafür war zu wenig Speicher da. Schließe andere Programme, die die Grafikkarte oder den Speicher nutzen, oder wähle eine kleinere Größe oder einen kleineren Batch, und versuch es noch einmal.
lesson-photo-gone = Das Foto { $photo } dieser Lektion ist weg. Aus inzwischen gelöschten Fotos lässt sich nicht lernen: Starte mit den Fotos des Motivs eine neue Lektion.
lesson-photo-not-read = Das Foto { $photo } dieser Lektion lässt sich nicht mehr lesen. Starte mit den Fotos des Motivs eine neue Lektion.
lesson-numbers-ran-away = Die Zahlen der Lektion sind bei Schritt { NUMBER($step, useGrouping: 0) } davongelaufen. Fotos und Einstellungen sind aufgehoben: Versuch es noch einmal mit einer kleineren Lernrate, etwa der Hälfte.
lesson-subject-gone = { $name } wurde inzwischen gelöscht, also gibt es niemanden zu lernen. Starte eine neue Lektion.
picture-subject-deleted = { $name } wurde inzwischen gelöscht, darum lässt sich dieses Bild nicht machen. Lass das Motiv weg, oder starte dafür eine neue Lektion.
picture-subject-not-ready = { $name } ist noch nicht gelernt; warte, bis die Lektion fertig ist, oder lass das Motiv weg.
start-picture-gone = Das Bild, mit dem es anfangen soll, ist nicht mehr da. Wähle es noch einmal, oder fang ohne eines an.

## Home, the drawer of what goes on, and the lesson's story

activity = Aktivität
close-activity = Schließen
pill-left = { $name }, { $time }
pill-and-more = { $first } und { NUMBER($count, useGrouping: 0) } mehr
pill-waiting =
    { $count ->
        [one] 1 wartet
       *[other] { NUMBER($count, useGrouping: 0) } warten
    }
pill-failed =
    { $count ->
        [one] Etwas ging schief
       *[other] { NUMBER($count, useGrouping: 0) } gingen schief
    }
pill-pictures =
    { $count ->
        [one] Ein Bild
       *[other] { NUMBER($count, useGrouping: 0) } Bilder
    }
tell-me = Sag mir, wenn etwas fertig ist
tell-me-on = Cuddle sagt dir, wenn etwas fertig ist, auch wenn diese Seite im Hintergrund ist.
welcome = Zeig Cuddle auf ein paar Fotos, wen du liebst, und hol dann alle in ein Bild.
welcome-alt = Eine getigerte orange Katze und eine Frau mit roten Haaren zusammen am Strand.
welcome-start = Mit meinen Fotos anfangen
welcome-try = Mit { $first } und { $second } testen
welcome-help = Fotos bleiben auf dem Computer, auf dem Cuddle läuft.
home-make = Ein Bild erstellen
home-make-one = { $name } ist bereit für ein Bild.
home-make-two = Alle hier unten, die bereit sind, passen zusammen in ein Bild.
newest-pictures = Neueste Bilder
all-pictures = Alle Bilder
make-first = Das erste Bild erstellen
first-ideas = Ideen dafür
details = Details
story-photo = { $name } auf einem Foto
story-drawing = So zeichnet Cuddle { $name } inzwischen
story-left = Bereit in etwa { $time }.
story-left-little = Bereit in weniger als einer Minute.
teach-close = Zurück nach Hause
samples-not-there = Die Beispielmotive sind in dieser Kopie von Cuddle nicht dabei; fang stattdessen mit deinen eigenen Fotos an.

## The form of Make

make-nobody-yet = Cuddle kennt noch niemanden. Bilder von allem Möglichen kannst du gleich machen; stell Cuddle jemanden vor, um sie oder ihn darin zu sehen.
teach-another = Jemanden vorstellen
make-prompt-help = In einem Satz, mit ihren Namen. (prompt)
make-button = Bilder erstellen
expert = Für Profis
field-style = Der Stil
field-press = Die Kennung des Drückens
style-added = Der Stil fügt hinzu: { $words }
press-known = Genau das hast du dir eben schon gewünscht, darum steht es nicht zweimal in der Warteschlange. Drücke noch einmal, wenn du mehr davon willst.
quality-label = Wie gut?
quality-draft = Entwurf
quality-draft-help = Ein schneller Blick
quality-good = Gut
quality-good-help = Richtig für die meisten Bilder
quality-best = Am besten
quality-best-help = Feinere Einzelheiten, dauert länger
quality-own = Nichts davon: Sampler, Schritte oder Guidance sind unter „Für Profis“ eingestellt.
quality-seconds = etwa { $seconds } s
quality-minutes = etwa { $minutes } min
shape-label = Welches Format?
shape-square = Quadrat
shape-tall = Hochformat
shape-wide = Querformat
shape-own = Unter „Für Profis“ ist eine andere Größe eingestellt: { $size }.
style-label = In welchem Stil?
style-none = Wie es kommt
style-none-help = Es kommen keine Worte dazu
style-photo = Foto
style-film = Analogfilm
style-watercolour = Aquarell
style-storybook = Bilderbuch
style-pencil = Bleistift
style-clay = Knete
style-oil = Ölgemälde
style-other = Andere Worte
style-own = Eigenen Stil speichern
style-name = Sein Name
style-name-example = Omas Album
style-words = Die Worte, die er hinzufügt
style-words-example = faded colour photograph, white border, 1970s
style-save = Speichern
style-empty = Ein Stil braucht einen Namen und Worte.
style-full = Es ist Platz für 40 eigene Stile; lösche zuerst einen.
style-forget = Den Stil { $name } löschen
examples-title = Ideen für den Satz
examples-surprise = Überrasch mich
examples-back = Zurück zu meinen Worten
examples-filled = Eingetragen: { $sentence }
example-nobody = eine Katze
example-in-style = { $sentence } im Stil von { $style }
example-windowsill = { $who } beim Nickerchen auf einer sonnigen Fensterbank
example-cardboard-box = { $who } mit neugierigem Blick aus einem Pappkarton
example-bookshop = { $who } zwischen den Regalen einer alten Buchhandlung
example-butterfly = { $who } beim Beobachten eines Schmetterlings im Garten
example-low-tide = { $who } beim Rennen am Strand bei Ebbe
example-leaves = { $who } beim Sprung durchs Herbstlaub
example-stream = { $who } planschend in einem Gebirgsbach
example-car-window = { $who } mit dem Kopf aus dem Autofenster, Wind im Fell
example-wildflowers = { $who } auf einer Wildblumenwiese
example-blanket = { $who } unter einer Wolldecke
example-cafe = { $who } lachend in einem kleinen Café, draußen Regen
example-summit = { $who } auf einem Berggipfel bei Sonnenaufgang
example-flower-market = { $who } auf einem Blumenmarkt im Frühling
example-bicycle = { $who } auf dem Fahrrad durch eine Altstadt
example-baking = { $who } beim Brotbacken in einer hellen Küche
example-umbrella = { $who } unter einem roten Schirm auf einer verregneten Straße
example-tea-party = { $who } bei einer Teeparty auf einer Picknickdecke
example-astronaut = { $who } auf dem Mond, die Erde am Himmel
example-wooden-table = { $who } auf einem Holztisch am Fenster
example-shop-window = { $who } in einem Schaufenster in der Abenddämmerung
example-sand = { $who } halb vergraben im Sand eines stillen Strandes
example-moss = { $who } auf Moos in einem tiefen Wald
example-red-sofa = { $who } Seite an Seite auf einem roten Sofa
example-picnic = { $who } beim Picknick im Park
example-rowing-boat = { $who } in einem Ruderboot auf einem stillen See
example-cherry-tree = { $who } zusammen unter einem blühenden Kirschbaum
example-sunset = { $who } am Strand bei Sonnenuntergang
example-snowfall = { $who } in sanft fallendem Schnee
example-balloon = { $who } in einem Heißluftballon über den Wolken
example-autumn-forest = { $who } in einem goldenen Herbstwald
example-train = { $who } am Fenster eines Nachtzugs
example-campfire = { $who } am Lagerfeuer unter den Sternen
example-library = { $who } in einer prächtigen alten Bibliothek
example-lantern-street = { $who } in einer Straße voller Papierlaternen
example-lavender = { $who } in einem Lavendelfeld
example-harbour = { $who } in einem kleinen Fischerhafen
example-drawn-lying-room = { $who } liegend im Wohnzimmer
example-drawn-sitting-kitchen = { $who } sitzend in der Küche
example-drawn-waving-beach = { $who } winkend am Strand
example-drawn-hat-snow = { $who } mit roter Mütze im Schnee
example-drawn-beach = { $who } am Strand
example-drawn-snow = { $who } im Schnee
example-drawn-forest = { $who } im Wald
example-drawn-city = { $who } auf einer Straße in der Stadt
example-drawn-room = { $who } im Wohnzimmer
example-drawn-meadow = { $who } auf einer Wiese
example-drawn-desert = { $who } in der Wüste
example-drawn-night = { $who } bei Nacht
example-drawn-kitchen = { $who } in der Küche
example-drawn-lake = { $who } am See

## Languages

language-label = Sprache

## A part of a picture drawn again

part-not-one = Gib entweder mit einer Maske oder mit einem Rechteck an, welcher Teil des Bildes neu gezeichnet wird.
part-missing = Gib an, welcher Teil des Bildes neu gezeichnet wird: mit einer Maske, mit einem Rechteck oder mit einem Motiv, dessen Platz darin bekannt ist.
part-not-a-box = Ein Teil eines Bildes ist links, oben, rechts und unten, je von 0 bis 1, nicht { $box }.
part-and-start = Ein Bild geht entweder von einem anderen aus, oder ein Teil eines anderen wird neu gezeichnet. Wähle eines von beiden.
part-of-absent = „{ $name }“ ist nicht in diesem Bild und lässt sich darum darin nicht neu zeichnen. Wähle das Motiv zuerst für das Bild.
mask-empty = In dieser Maske ist nichts markiert. Übermale den Teil, der neu gezeichnet werden soll.
given-inpaint = Der Teil, der neu gezeichnet wird
field-inpaint-strength = Wie sehr sich der Teil ändern darf
field-place-x = Wie weit vom linken Rand
field-place-y = Wie weit vom oberen Rand
comfy-whole-picture = Dort ändert sich das ganze Bild; hier wurde ein Teil davon neu gezeichnet, und der Rest blieb.
found-part = In diesem Bild wurde ein Teil neu gezeichnet. Seine Worte und Zahlen sind übernommen, der Teil nicht.
fact-part = Neu gezeichnet
fact-part-of = ein Teil eines anderen Bildes, der sich um { $strength } ändern darf
fact-part-who = { $names } in einem anderen Bild, in dem sich ein Teil um { $strength } ändern darf
part-picture-gone = Das Bild, von dem ein Teil neu gezeichnet werden sollte, ist nicht mehr da. Wähle es noch einmal.

## Photos: what is seen in them, and mended on the page

photo-badge-sideways = liegt quer
photo-badge-faces = mehrere Gesichter
photo-is-sideways = Foto { $photo } scheint quer zu liegen; aufrecht gedreht lernt Cuddle mehr daraus.
photos-are-sideways = Die Fotos { $photos } scheinen quer zu liegen; aufrecht gedreht lernt Cuddle mehr daraus.
photo-is-faces = Foto { $photo } zeigt mehr als ein Gesicht; schneide es auf das zu, das Cuddle lernen soll, oder lass es weg.
photos-are-faces = Die Fotos { $photos } zeigen mehr als ein Gesicht; schneide sie auf das zu, das Cuddle lernen soll, oder lass sie weg.
photos-few = { NUMBER($count, useGrouping: 0) } Fotos reichen für den Anfang; aus { NUMBER($good, useGrouping: 0) } oder mehr von verschiedenen Seiten lernt Cuddle mehr.
photos-one-background = Alle Fotos haben fast denselben Hintergrund, und Cuddle könnte ihn als Teil des Motivs lernen; nimm ein paar dazu, die woanders entstanden sind.
photos-no-close-up = Kein Foto zeigt das Gesicht von Nahem; nimm eine Nahaufnahme dazu, oder schneide ein Foto auf das Gesicht zu.
field-quarter-turns = Die Zahl der Vierteldrehungen
field-is-removed = Ob ein Foto weggelassen wird
field-crop = Ein Rand des Zuschnitts
photo-edit-unreadable = Die Änderung eines Fotos: { $value } geht nicht; gib quarter_turns, crop und is_removed an, etwa { "{" }'quarter_turns': 1{ "}" }.
photo-edits-unreadable = Die Änderungen: { $value } geht nicht; gib sie nach Dateinamen an, etwa { "{" }'cat1.jpg': { "{" }'quarter_turns': 1{ "}" }{ "}" }.
photo-edit-of-no-photo = Es gibt eine Änderung für { $photo }, aber kein solches Foto; gib Änderungen nach den Namen der Fotos an.
photo-crop-unreadable = Der Zuschnitt: { $value } geht nicht; gib den linken, oberen, rechten und unteren Rand an, je von 0 bis 1.
photo-crop-too-narrow = Der Zuschnitt lässt zu wenig vom Foto übrig; behalte mindestens { $least } % von jeder Seite.
photo-cropped-too-small = Was von { $photo } übrig bleibt, hat { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } Pixel; mindestens { NUMBER($least, useGrouping: 0) } auf jeder Seite sind in Ordnung. Schneide weniger davon weg.
photo-left-out = { $name } wird in der Lektion weggelassen
photo-turn = Drehen
photo-crop = Zuschnitt
photo-remove = Entfernen
photo-undo = Zurück
photo-turn-upright = Aufrecht drehen
photo-turn-spoken = Foto { $number } um ein Viertel nach rechts drehen ({ $name })
photo-crop-spoken = Zuschnitt von Foto { $number } ({ $name })
photo-remove-spoken = Entfernen von Foto { $number } ({ $name })
photo-undo-spoken = Zurück: letzte Änderung an { $name } rückgängig machen
photo-turn-upright-spoken = Foto { $number } aufrecht drehen ({ $name })
photo-turned = { $name } ist gedreht.
photo-cropped = { $name } ist zugeschnitten.
photo-removed = { $name } wird weggelassen.
photo-undone = Die letzte Änderung an { $name } ist rückgängig gemacht.
crop-title = Foto { $number } zuschneiden
crop-help = Zieh einen Rahmen um das, was bleiben soll, oder verschieb unten seine Ränder. Das Foto selbst bleibt, wie es ist, darum lässt sich das rückgängig machen.
crop-frame = Der Rahmen um das, was bleibt. Pfeiltasten bewegen ihn, mit der Umschalttaste ändern sie seine Größe.
crop-keep = Diesen Teil behalten
crop-cancel = Abbrechen
crop-left = Linker Rand
crop-top = Oberer Rand
crop-right = Rechter Rand
crop-bottom = Unterer Rand

## Album and opened pictures

album-day = Tag
album-any-day = Alle Tage
album-people = Wer im Bild ist
album-which = Welche Bilder
album-starred = ★ Mit Stern
album-with-star = Mit Stern
album-star = Stern
album-bin = Papierkorb
album-select = Mehrere wählen
album-bin-help = Bilder bleiben { NUMBER($days, useGrouping: 0) } Tage im Papierkorb; dann werden sie endgültig gelöscht.
album-empty-bin = Papierkorb leeren
album-empty-bin-sure = Alles im Papierkorb endgültig löschen?
album-bin-emptied = Der Papierkorb ist jetzt leer.
album-bin-is-empty = Der Papierkorb ist leer.
album-choose-one = Wählen: { $title }
album-chosen = { $count } gewählt
album-chosen-label = Was mit den gewählten Bildern geschehen soll
album-shown = Bilder: { $count }
album-choose-all = Alle gezeigten wählen
album-download = Zip herunterladen
album-compare = Vergleichen
album-restore = Zurückholen
album-for-good = Endgültig löschen
album-for-good-sure = Die gewählten Bilder ({ $count }) endgültig löschen?
album-done = Fertig
album-undo = Rückgängig
album-packing = Die Bilder werden in ein Zip gepackt.
album-zoom = Zoom
album-differs = Was anders ist
album-all-the-same = Beide entstanden mit denselben Einstellungen.
album-page-unknown = Diese Stelle gibt es im Album nicht. Lade die Seite neu.
album-in-bin =
    { $count ->
        [one] Das Bild ist im Papierkorb und bleibt dort { NUMBER($days, useGrouping: 0) } Tage.
       *[other] { NUMBER($count, useGrouping: 0) } Bilder sind im Papierkorb und bleiben dort { NUMBER($days, useGrouping: 0) } Tage.
    }
album-restored =
    { $count ->
        [one] Das Bild ist wieder da.
       *[other] { NUMBER($count, useGrouping: 0) } Bilder sind wieder da.
    }
album-deleted =
    { $count ->
        [one] Das Bild ist gelöscht.
       *[other] { NUMBER($count, useGrouping: 0) } Bilder sind gelöscht.
    }
field-how-many-chosen = Die Zahl der gewählten Bilder
field-starred = Ob es einen Stern hat
field-bin = Ob die im Papierkorb gemeint sind
field-for-good = Ob es endgültig ist
lightbox-title = Geöffnetes Bild
lightbox-previous = Vorheriges Bild
lightbox-next = Nächstes Bild
lightbox-place = { $number } von { $count }
lightbox-settings = Einstellungen
lightbox-copy = Einstellungen kopieren
lightbox-copied = Die Einstellungen sind kopiert.
lightbox-copy-infotext = Für andere Programme kopieren
lightbox-copied-infotext = Die Einstellungen sind so kopiert, wie A1111, Forge und Civitai sie lesen.
results-asked = Dein Wunsch:
results-closest = Am ähnlichsten
server-away = Cuddle antwortet gerade nicht. Versuch es gleich noch einmal.

## Das eigene Konto, Gäste und Sachen
account-title = Dein Konto
account-link = Dein Konto: { $name }
account-close = Schließen
account-wait = Einen Moment…
account-stay = Lassen, wie es ist
account-copy = Kopieren
account-copied = Es ist kopiert.
account-you = Du
account-owner = Du bist als { $name } angemeldet. Dieses Cuddle gehört dir.
account-guest = Du bist als { $name } angemeldet, zu Gast bei { $owner }.
account-with-hub = Du kommst mit deinem Hugging-Face-Konto herein, { $name }.
account-browsers = { $count ->
    [one] Du bist in einem Browser angemeldet; zuletzt benutzt: { $moments }.
   *[other] Du bist in { NUMBER($count, useGrouping: 0) } Browsern angemeldet; zuletzt benutzt: { $moments }.
  }
account-log-out = Abmelden
account-log-out-everywhere = Überall abmelden
account-log-out-everywhere-sure = In jedem Browser abmelden, auch in diesem? Programme mit einem Token von dir laufen weiter.
account-password = Passwort ändern
account-password-help = Du wirst überall abgemeldet und meldest dich mit dem neuen wieder an.
account-password-help-owner = Du wirst überall abgemeldet und meldest dich mit dem neuen wieder an. Ein Passwort, mit dem Cuddle gestartet wurde, gilt daneben weiter.
account-password-current = Dein jetziges Passwort
account-password-new = Ein neues, 12 Zeichen oder mehr
account-password-button = Ändern
account-password-changed = Dein Passwort ist geändert. Melde dich mit dem neuen an.
account-log-in-again = Anmelden
guests-title = Gäste
guests-help = Gäste bringen Cuddle hier Eigenes bei und machen eigene Bilder. Sie sehen nichts von dir, und du siehst von ihnen nur, wie viel es ist.
guests-invite = Jemanden einladen
guests-link = Ein Link für eine Person
guests-link-help = Schick ihn der Person, die du einlädst. Er gilt einmal, bis { $until }, und wird nicht noch einmal gezeigt.
guests-invitations = Einladungen, die noch niemand benutzt hat
guests-invitation = Gemacht { $made }, gilt bis { $until }
guests-take-back = Zurücknehmen
guests-take-back-sure = Diese Einladung zurücknehmen? Ihr Link führt dann nirgendwohin.
guests-nobody = Noch ist niemand zu Gast.
guests-since = seit { $since }
guests-limits = Grenzen für { $name }
guests-limits-button = Diese Grenzen behalten
guests-limits-kept = Die Grenzen für { $name } gelten jetzt.
guests-most-waiting-jobs = Aufträge, die zugleich warten
guests-most-minutes-a-day = Minuten Arbeit am Tag
guests-most-disk-gb = GB der Festplatte
guests-most-photos = Fotos
guests-remove = Entfernen
guests-remove-sure = { $name } entfernen? Das Konto ist sofort weg, und alles, was { $name } hier hat, wird endgültig gelöscht: Fotos, Motive, Lektionen und Bilder.
guests-removed = { $name } ist nicht mehr zu Gast, und alles, was { $name } hier hatte, ist gelöscht.
guests-may-use = Gäste dürfen Bilder von { $name } machen
guests-may-use-help = Die Fotos sehen sie nie, und weder die Datei noch die Lektion bekommen sie.
programs-title = Deine Programme
programs-help = Ein Programm von dir meldet sich mit einem Token statt mit deinem Passwort an. Wer ein Token hat, kann hier alles tun, was du kannst.
programs-none = Kein Programm hat ein Token.
programs-label = Wofür das Token ist
programs-make = Ein Token machen
programs-secret = Das Token für { $label }
programs-secret-help = Kopiere es jetzt; es wird nicht noch einmal gezeigt. In Python schickt es gradio_client so mit:
programs-unused = Gemacht { $made }, noch nicht benutzt
programs-used = Gemacht { $made }, zuletzt benutzt { $used }
programs-revoke = Widerrufen
programs-revoke-sure = Das Token für { $label } widerrufen? Programme, die es benutzen, werden von da an abgewiesen.
things-title = Deine Sachen
things-none = Hier ist noch nichts.
things-how-much = Du hast hier { $things }.
things-subjects = { $count ->
    [one] ein Motiv
   *[other] { NUMBER($count, useGrouping: 0) } Motive
  }
things-photos = { $count ->
    [one] ein Foto
   *[other] { NUMBER($count, useGrouping: 0) } Fotos
  }
things-pictures = { $count ->
    [one] ein Bild
   *[other] { NUMBER($count, useGrouping: 0) } Bilder
  }
things-usage = { $size } auf der Festplatte · { NUMBER($minutes, useGrouping: 0) } min Arbeit in den letzten 24 Stunden · { $jobs ->
    [0] kein Auftrag wartet
    [one] ein Auftrag wartet
   *[other] { NUMBER($jobs, useGrouping: 0) } Aufträge warten
  }
things-take = Alles mitnehmen
things-take-help = Ein Zip mit deinen Fotos, LoRA-Dateien und Bildern. Es kann einige Minuten dauern.
things-taken = Dein Browser speichert jetzt das Zip mit allem.
things-delete = Alles von mir löschen
things-delete-help = Fotos, Motive, Lektionen und Bilder sind dann endgültig weg. Nimm sie vorher mit, falls du sie noch einmal haben willst.
things-delete-account = Dein Konto hier geht mit ihnen.
things-type = Tippe „{ $word }“, um alles zu löschen
things-word = löschen
things-delete-sure = Alles von dir löschen? Es lässt sich nicht zurückholen.
things-delete-button = Alles löschen
things-typed-wrong = Getippt wurde '{ $typed }'; um alles zu löschen, tippe { $word }. Nichts wurde gelöscht.
field-label = Wofür das Token ist
field-token = Die Kennung des Tokens
field-invitation = Die Kennung der Einladung
field-guest = Die Kennung des Gastes
field-typed = Was getippt wurde
field-most = Die Grenze

## Drawing a part again

part-again = Einen Teil neu zeichnen
part-again-back = Zurück zum Bild
part-again-which = Welcher Teil?
part-again-somebody = Jemand
part-again-paint = Übermalen
part-again-frame = Rahmen
part-again-somebody-help = Drück auf alle, die neu gezeichnet werden sollen.
part-again-paint-help = Übermale, was neu gezeichnet werden soll, mit der Maus oder dem Finger. Mit der Tastatur nimm stattdessen den Rahmen.
part-again-frame-help = Zieh den Rahmen um das, was neu gezeichnet werden soll, oder verschieb hier seine Ränder.
part-again-person = { $name } neu zeichnen
part-again-canvas = Das Bild zum Übermalen
part-again-brush = Pinselgröße
part-again-clear = Leeren
part-again-erase = Radieren
part-again-frame-keys = Was neu gezeichnet wird. Pfeiltasten bewegen den Rahmen, mit der Umschalttaste ändern sie seine Größe.
part-again-prompt = Was dort ist
part-again-prompt-help = Leer: so, wie das ganze Bild beschrieben war.
part-again-strength = Wie sehr darf er sich ändern?
part-again-little = Ein wenig
part-again-clearly = Deutlich
part-again-anew = Ganz neu
part-again-go = Neu zeichnen
part-again-nobody = Noch niemand ist gewählt. Drück auf jemanden im Bild.
part-again-nothing = Noch ist nichts übermalt. Übermale den Teil, der neu gezeichnet werden soll.
part-again-damaged = Was gemalt wurde, kam nicht als PNG mit höchstens { NUMBER($most, useGrouping: 0) } Pixeln auf der langen Seite an. Lade die Seite neu und male noch einmal.

# What a guest may take up
limit-name = Die Grenze
limit-waiting-jobs = Wie viele Aufträge zugleich warten
limit-minutes-a-day = Minuten Arbeit am Tag
limit-disk-gb = GB der Festplatte
limit-photos = Wie viele Fotos
over-waiting-jobs = { $count ->
        [one] Ein Auftrag von dir wartet
       *[other] { NUMBER($count, useGrouping: 0) } Aufträge von dir warten
    } schon, und höchstens { NUMBER($most, useGrouping: 0) } können zugleich warten; warte, bis einer begonnen hat, oder brich einen ab.
over-minutes-a-day = { $count ->
        [one] Deine Minute
       *[other] Deine { NUMBER($count, useGrouping: 0) } Minuten
    } Arbeit für einen Tag { $count ->
        [one] ist
       *[other] sind
    } verbraucht; versuch es wieder nach Ablauf von { $wait }, oder bitte die Besitzerin um mehr.
over-disk = Deine Dateien belegen { $used } der { NUMBER($most, useGrouping: 0) } GB, die du hast, und das passt nicht mehr dazu; lösche Bilder (und leere den Papierkorb) oder Motive, oder bitte die Besitzerin um mehr.
over-photos = Du hast { NUMBER($count, useGrouping: 0) } Fotos, und mit { NUMBER($new, useGrouping: 0) } weiteren wären es mehr als die { NUMBER($most, useGrouping: 0) }, die du haben kannst; gib weniger, lösche ein Motiv, oder bitte die Besitzerin um mehr.
owner-without-limits = Für die Besitzerin gibt es keine Grenzen; wähle einen Gast.

# What guests may use, and what is the owner's alone
request-lent = Ob Gäste das Motiv nutzen können
subject-not-lent = Die Besitzerin gibt { $name } nicht mehr für Gäste frei, darum lässt sich dieses Bild nicht machen; lass das Motiv weg, oder frag sie.
publish-owner-only = Veröffentlichen kann nur die Besitzerin, denn das Konto auf dem Hub ist ihres; lade stattdessen die LoRA-Datei herunter, oder frag sie.
base-model-not-for-guests = Ein Gast kann „{ $name }“ nicht als Basismodell wählen; wähle eines, das hier ist ({ $titles }), oder frag die Besitzerin.

# People and what lets them in
hub-login-not-begun = Diese Anmeldung wurde nicht in diesem Browser begonnen, oder vor zu langer Zeit; beginne sie noch einmal.
hub-login-refused = Hugging Face hat nicht gesagt, wer du bist, denn das wurde abgelehnt; melde dich noch einmal an und erlaube es, oder nimm Name und Passwort.
hub-login-failed = Hugging Face hat nicht geantwortet, wie es sollte; versuche es gleich noch einmal, oder nimm Name und Passwort.
login-with-hub = Mit Hugging Face anmelden
invitation-intro = Du bist eingeladen, hier Bilder zu machen. Wähle, wie du heißen willst, und ein eigenes Passwort.
invitation-password = Ein neues Passwort, mindestens 12 Zeichen
invitation-button = Hereinkommen
invitation-to-login = Ich habe ein Konto: anmelden
upload-not-yours = Diese Datei hast du nicht hochgeladen, oder sie ist nicht mehr da; lade sie noch einmal hoch.
account-name-not-fine = Der Name „{ $name }“ geht nicht; 1 bis { NUMBER($most, useGrouping: 0) } Zeichen ohne Doppelpunkt gehen.
account-name-taken = { $name } heißt hier schon jemand; wähle einen anderen Namen.
account-not-found = Dieses Konto gibt es nicht mehr.
too-many-accounts = Es gibt schon { NUMBER($most, useGrouping: 0) } Konten, mehr gehen nicht; die Besitzerin kann eines entfernen.
invitation-not-valid = Diese Einladung gilt nicht mehr: Sie wurde benutzt, zurückgenommen oder ist abgelaufen. Bitte um eine neue.
invitation-not-found = Diese Einladung gibt es nicht mehr.
token-not-found = Dieses Token gibt es nicht mehr.
token-label-not-fine = „{ $label }“ geht nicht als Zweck eines Tokens; 1 bis { NUMBER($most, useGrouping: 0) } Zeichen gehen.
too-many-tokens = Du hast schon { NUMBER($most, useGrouping: 0) } Token, mehr gehen nicht; widerrufe erst eines.
hub-user-not-invited = { $name } ist hier nicht eingeladen; bitte die Besitzerin um eine Einladung und öffne zuerst deren Link.
current-password-wrong = Das ist nicht dein jetziges Passwort; nichts wurde geändert.
owner-only = Das kann nur die Besitzerin dieses Cuddle; frag sie.
owner-stays = Das Konto der Besitzerin bleibt; das eines Gastes lässt sich entfernen.
password-too-long = Das Passwort hat { NUMBER($length, useGrouping: 0) } Zeichen; bis { NUMBER($most, useGrouping: 0) } gehen.

# Leaving: everything deleted, everything taken along
everything-removed = Gelöscht: { $subjects ->
    [one] 1 Motiv
   *[other] { $subjects } Motive
}, { $photos ->
    [one] 1 Foto
   *[other] { $photos } Fotos
}, { $pictures ->
    [one] 1 Bild
   *[other] { $pictures } Bilder
} und { $jobs ->
    [one] 1 Auftrag
   *[other] { $jobs } Aufträge
}: { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
} mit { $size } MB. Nichts davon ist noch da.
everything-removed-but = Gelöscht: { $subjects ->
    [one] 1 Motiv
   *[other] { $subjects } Motive
}, { $photos ->
    [one] 1 Foto
   *[other] { $photos } Fotos
}, { $pictures ->
    [one] 1 Bild
   *[other] { $pictures } Bilder
} und { $jobs ->
    [one] 1 Auftrag
   *[other] { $jobs } Aufträge
}: { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
} mit { $size } MB, bis auf { $left ->
    [one] 1 Ordner oder Datei, die ein anderes Programm festhält; schließ es und lösch noch einmal alles
   *[other] { $left } Ordner oder Dateien, die ein anderes Programm festhält; schließ es und lösch noch einmal alles
}.
everything-readme =
    Das ist alles, was du in Cuddle hattest.

    photos/ – die Fotos, von denen gelernt wurde, für jedes Motiv ein Ordner; eine Textdatei neben einem Foto ist seine Beschreibung
    loras/ – was gelernt wurde: NAME.safetensors für ComfyUI, A1111, Forge und InvokeAI, NAME_for_diffusers_only.safetensors für diffusers
    samples/ – die Zeichnungen, die unterwegs beim Lernen entstanden
    pictures/ – deine Bilder, auch die aus dem Papierkorb, jedes mit seinen Einstellungen darin
    pictures.csv – die Einstellungen aller Bilder als Tabelle; pictures.json – dasselbe für Programme
    subjects.json – Name, Art, Triggerwort und Basismodell jedes Motivs
    jobs.json – worum du gebeten hast, mit allen Zahlen jeder Lektion
    starts/ – Bilder, von denen andere ausgingen, und gemalte Masken

    So hast du ein Motiv in jedem Cuddle wieder: Wähl „Ich habe schon ein LoRA“ und gib die Datei aus loras/ an, mit Name und Art aus subjects.json. Bilder kannst du dort ablegen, wo Bilder gemacht werden; ihre Einstellungen werden übernommen.
everything-readme-missing = Diese Dateien waren schon weg, als gepackt wurde: { $files }.

# Copies of the database in a mounted bucket
database-restored = Die Datenbank ist die Kopie vom { $made_at }; was danach geändert wurde, ist verloren.
database-restored-older = Die Datenbank ist die Kopie vom { $made_at }, denn { $damaged ->
    [one] die neueste Kopie ist
   *[other] die { $damaged } neuesten Kopien sind
} beschädigt; was danach geändert wurde, ist verloren.
database-reconciled = Aus den Listen genommen, weil die Dateien weg sind: { $pictures ->
    [one] 1 Bild
   *[other] { $pictures } Bilder
} und was { $subjects ->
    [one] 1 Motiv
   *[other] { $subjects } Motive
} gelernt hatten; wo die Fotos da sind, starte eine neue Lektion.
database-copies-damaged = Keine der Kopien der Datenbank in { $folder } ist heil ({ NUMBER($count, useGrouping: 0) } angesehen); eine leere würde alles verdecken, was da ist. Leg eine heile Kopie dorthin oder räum den Ordner weg, um mit nichts anzufangen.
database-not-copied = Von der Datenbank ließ sich keine Kopie machen ({ $reason }); es wird wieder versucht.

## So funktioniert es

how-it-works = So funktioniert es
how-card = Wie entsteht ein Bild? Sieh es in fünf Minuten an einem von deinen.
how-this-picture = Wie ist es entstanden?
how-back = Schließen
how-intro = So ist dein Bild entstanden, und das bewirkt jede Einstellung daran. Nichts hier ändert es, und nichts Neues kommt ins Album.
how-intro-sample = Du hast noch kein Bild, darum zeigt dieses von den Beispielen, wie es geht: „{ $prompt }“. Sobald du ein eigenes hast, geht es hier um deines.
how-nothing = Es gibt noch kein Bild, an dem es zu zeigen wäre. Mach dein erstes unter „Erstellen“ und komm dann wieder.
how-one-thing = Eins nach dem anderen
how-one-thing-help = Hier ist jedes Mal ein Einziges anders. Alles Übrige bleibt, wie es bei deinem Bild war, auch das erste Rauschen.
how-show = Zeig es mir
how-show-again = Noch einmal versuchen
how-stop = Anhalten
how-play = Abspielen
how-working = Es entsteht gerade
how-denoising = Vom Rauschen zum Bild
how-prompt = Die Worte
how-guidance = Die Guidance
how-sampler = Der Sampler
how-seed = Der Seed
how-lora = Das Gelernte
how-denoising-help = Ein Bild beginnt als Rauschen, wie ein alter Fernseher ohne Empfang. Schritt für Schritt rät das Modell, was darin stecken könnte, und nimmt ein wenig von dem weg, was nicht zu seiner Vermutung passt.
how-prompt-help = Deine Worte ziehen jede Vermutung in ihre Richtung. Mit anderen Worten wird aus demselben Rauschen ein anderes Bild, oft ähnlich aufgeteilt.
how-guidance-help = Guidance ist, wie stark die Worte ziehen. Bei wenig geht das Bild eigene Wege und verfehlt vielleicht, was du wolltest. Bei zu viel werden Farben grell und Formen steif.
how-sampler-help = Der Sampler bestimmt, wie groß jeder Schritt ist. Viele führen zu einem ähnlichen Bild. Einer mit „a“ im Namen gibt bei jedem Schritt frisches Rauschen dazu und kommt darum woanders an.
how-seed-help = Der Seed ist eine Zahl, aus der das erste Rauschen entsteht. Dieselbe Zahl gibt dasselbe Rauschen und dasselbe Bild, jede andere Zahl ein anderes Bild zu denselben Worten.
how-lora-help = Was die Lektionen über { $names } gelernt haben, ist eine kleine Datei neben dem Modell, ein LoRA. Ohne sie liest das Modell zwar die Worte, hat aber nie gesehen, wer gemeint ist. Die Ähnlichkeit sagt, wie viel davon verwendet wird.
how-lora-help-nobody = Was eine Lektion über jemanden lernt, ist eine kleine Datei neben dem Modell, ein LoRA. Die Ähnlichkeit sagt, wie viel davon verwendet wird.
how-has = Was es hat
how-guesses = Was es vermutet
how-slide = Vom Rauschen zum Bild
how-step = Schritt { $step } von { $steps }
how-step-layout = Skizze, Schritt { $step } von { $steps }
how-step-larger = Größere Fassung, Schritt { $step } von { $steps }
how-step-done = Fertig
how-frame-noise = Nichts als Rauschen. Das Modell vermutet schon etwas: Farben, die zu deinen Worten passen, noch keine Formen.
how-frame-start = Es begann mit einem Bild, über das Rauschen gelegt wurde. Darum sind die großen Formen schon da.
how-frame-part = Nur der Teil, der neu gezeichnet wurde, ist Rauschen. Alles rundherum bleibt.
how-frame-layout = Bei mehreren in einem Bild kommt zuerst eine schnelle Skizze. Sie findet nur heraus, wer wo stehen wird.
how-frame-again = Über die Skizze kommt noch einmal Rauschen. Von hier an wird jeder mit dem gezeichnet, was über ihn gelernt wurde, jeder an seinem Platz.
how-frame-shapes = Zuerst kommen die großen Formen: was Boden ist, was Himmel, und wo jemand steht.
how-frame-who = Jetzt zeigt sich, wer es ist: Farben, Fell, Gesichter, Kleidung.
how-frame-details = Zuletzt kommen die kleinen Dinge: Augen, Kanten, Schatten. Die Vermutung ändert sich kaum noch.
how-frame-larger = Für die größere Fassung kommt noch einmal etwas Rauschen über das Bild und wird mit feineren Einzelheiten wieder weggenommen.
how-frame-done = Kein Rauschen ist mehr übrig. Das ist das Bild.
how-frame-closer = Kein Rauschen ist mehr übrig. Wer im Bild klein ist, wurde danach noch einmal aus der Nähe gezeichnet und wieder eingesetzt. Das ist das Bild.
how-alt-has = Das Bild mit seinem Rauschen: { $step }
how-alt-guesses = Was das Modell vermutet: { $step }
how-same = Es wurde eben aus seinen Einstellungen noch einmal gemacht und ist dein Bild, bis auf das letzte Pixel.
how-nearly-same = Es wurde eben aus seinen Einstellungen noch einmal gemacht und ist dein Bild, bis auf Unterschiede, die niemand sieht.
how-not-same = Es wurde eben aus seinen Einstellungen noch einmal gemacht und ist nicht mehr ganz dein Bild: Etwas, womit oder worauf es gemacht wurde, hat sich seither geändert.
how-other-recipe = Etwas, womit dein Bild gemacht wurde, hat sich seither geändert, etwa was über { $names } gelernt wurde. Darum können sich diese hier in mehr als dem einen unterscheiden.
how-other-recipe-nobody = Etwas, womit dein Bild gemacht wurde, hat sich seither geändert. Darum können sich diese hier in mehr als dem einen unterscheiden.
how-yours = Deines: { $value }
how-value-prompt = „{ $prompt }“
how-value-lora = Ähnlichkeit { $percent } %
how-value-lora-none = ohne
how-value-lora-own = damit
how-changed = { $percent } % des Bildes sehen anders aus
how-unchanged = Es sieht gleich aus
how-try = Probier es selbst
how-try-help = Nimm die Einstellungen dieses Bildes nach „Erstellen“ mit und ändere eine davon.
how-no-sheet = Das ist ein Bogen mit mehreren Bildern. Öffne eines davon im Album und frag dort.
how-subjects-gone = { $count ->
        [one] { $names } gibt es nicht mehr oder ist nicht fertig. Ohne das lässt sich dieses Bild nicht noch einmal machen.
       *[other] { $names } gibt es nicht mehr oder sind nicht fertig. Ohne sie lässt sich dieses Bild nicht noch einmal machen.
    }
how-model-gone = Das Basismodell dieses Bildes ist nicht mehr hier. Ohne es lässt sich das Bild nicht noch einmal machen.
how-no-subject = Niemand, den du beigebracht hast, ist in diesem Bild. Also gibt es nichts Gelerntes, das sich weglassen ließe.
how-sampler-alone = { $sampler } braucht ein eigenes Hilfs-LoRA, darum lässt sich der Sampler nicht allein ändern.
title-explanation = So funktioniert es: { $topic }
field-topic = Das Thema
explanation-variants = { $count } Varianten wurden verlangt. „Vom Rauschen zum Bild“ hat keine, jedes andere Thema hat 1 bis { $most }.
explanation-picture-gone = Das Bild, um das es geht, gibt es nicht mehr. Wähle ein anderes.
explanation-not-made = Das wurde noch nicht gemacht. Verlange es mit /explain_picture und komm wieder, wenn der Auftrag fertig ist.
