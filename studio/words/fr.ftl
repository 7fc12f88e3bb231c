# Everything that Cuddle says, in French.

as-written = { $text }
several-sentences = { $sentences }
and-more = { $items } et { NUMBER($count, useGrouping: 0) } de plus
title = Cuddle
tagline = Montrez-lui ceux que vous aimez. Puis réunissez-les sur une même image.
home = Accueil
make = Créer
album = Album
teach-somebody = Présenter quelqu’un

## Jobs strip

nothing-to-do = Rien en cours. Les leçons et les images que vous lancez s’affichent ici, et continuent quand vous fermez la page.
no-worker = Le moteur de Cuddle démarre. Ce qui attend ici commencera tout seul dès qu’il sera prêt.
may-close = Vous pouvez fermer la page.
pause = Pause
resume = Reprendre
finish = Arrêter là et garder
finish-title = Finir ici la leçon pour { $name } ?
finish-sure = Ce qui a été appris en { NUMBER($step, useGrouping: 0) } étapes sur { NUMBER($steps, useGrouping: 0) } est gardé. La leçon ne pourra plus continuer ensuite ; pour la laisser de côté un moment, choisissez Pause.
stay = Continuer
stay-paused = Laisser en pause
steps-of = { NUMBER($step, useGrouping: 0) } étapes sur { NUMBER($steps, useGrouping: 0) }
learning = { $time } d’apprentissage ({ $of })
cancel = Annuler
cancel-lesson-title = Annuler la leçon pour { $name } ?
cancel-gives-up = Cela fait perdre { $what }.
cancel-all-lost = Tout est perdu.
cancel-some-lost = « Réessayer » pourrait reprendre à l’étape { NUMBER($step, useGrouping: 0) } ; ce qui a suivi est perdu.
cancel-none-lost = « Réessayer » pourrait reprendre à cet endroit.
cancel-keep = Finir et garder l’acquis
cancel-lesson = Annuler la leçon
cancel-pictures-title = Arrêter de faire cette image ?
cancel-pictures-loses = Cela fait perdre environ { $time } de travail. Les images déjà finies restent.
cancel-pictures = Arrêter

## Teach

teach-intro = Donnez à Cuddle quelques photos d’un chat, d’une personne, d’un jouet… et il apprend ce qui les rend uniques. Une leçon pour chacun.
photos-label = Photos
photos-help = { "*" }*De 3 à 20 photos** du même sujet, seul sur l’image. Varier les lieux, la lumière et les poses aide le plus. JPEG, PNG, WebP, HEIC de l’iPhone, ou un zip qui les contient. Les photos restent sur l’ordinateur où tourne Cuddle.
looking-who-draws = Cuddle regarde si le modèle Pocket sait les dessiner.
samples-help = Pas de photos sous la main ? Prenez des photos d’exemple :
name-label = Nom
name-help = Le nom que vous emploierez dans vos demandes, comme Dumpling ou Anna.
kind-label = Catégorie
kind-help = Ce que c’est, en un mot : chat, chien, femme, homme, jouet… (class noun)
kinds = chat, chien, femme, homme, fille, garçon, bébé, lapin, oiseau, cheval, ours en peluche, jouet, poupée
taught-as = Appris comme { $type }. Vous pouvez changer cela dans « Plus de réglages ».
taught-in-english = Appris comme { $type }, par le mot anglais « { $noun } », que les modèles comprennent. Vous pouvez changer cela dans « Plus de réglages ».
type-person = une personne
type-pet = un animal
type-object = un objet
type-style = un style
type-label = Appris comme
type-help = Ce qu’il faut à une leçon en dépend. Un style, c’est l’allure des images, pas qui s’y trouve.
type-automatic = Selon la catégorie
samples-label = Regards sur les photos
preset-label = Avec quel soin
kept-aside = mise de côté
kept-aside-help =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } photo est mise de côté : la leçon ne la voit jamais, pour que vous puissiez comparer avec elle ensuite.
       *[other] { NUMBER($count, useGrouping: 0) } photos sont mises de côté : la leçon ne les voit jamais, pour que vous puissiez comparer avec elles ensuite.
    }
captions-label = Les photos en mots (captions)
captions-help = Peut rester vide. Dites ce qu’il y a sur une photo en plus de votre sujet, pour que cela ne soit pas appris avec lui : [name] dort sur un canapé rouge. Les fichiers texte joints aux photos et de même nom (cat1.txt pour cat1.jpg) sont pris aussi.
captions-empty = Une fois des photos ajoutées ci-dessus, vous pourrez dire en mots ce qu’on voit sur chacune. Rien n’y oblige.
caption-placeholder = { "[" }name] …
advanced = Plus de réglages
advanced-help = Rien n’oblige à y toucher. Un nombre laissé vide prend la valeur grise, qui découle de tout ce qui précède.
teach-button = Commencer la leçon
works-with = Ici, Cuddle travaille avec { $title }. { $description }
consent = Ne présentez une personne à Cuddle que si elle est d’accord.
your-subjects = Tout ce petit monde
your-photos = Vos photos
held-out = Mises de côté pour comparer
draws-so-far = Ce que Cuddle dessine déjà
draws-help = Chaque fois deux dessins depuis les mêmes points de départ, pour voir ce que change un peu plus de pratique.
drew = Les dessins en chemin
drew-help = Une étape précédente vous plaisait mieux ? Choisissez { $name } sous « Tout ce petit monde », puis l’étape.
earlier-title = Choisir une étape précédente
earlier-help = Plus de pratique n’est pas toujours mieux : les images peuvent devenir raides, ou copier une photo. Comparez les dessins avec vos photos, et prenez l’étape que vous préférez. Rien n’est perdu : vous pouvez changer d’avis à tout moment. (checkpoints)
earlier-disk = Ce qui est gardé pour cela occupe { $size } sur le disque, et disparaît quand vous supprimez { $name }.
earlier-chosen = Vous avez choisi { $name } après { NUMBER($steps, useGrouping: 0) } étapes.
use-this = Prendre celle-ci
in-use = utilisée
kohya-button = LoRA pour ComfyUI, A1111, Forge, InvokeAI
diffusers-button = LoRA pour diffusers en Python seulement
import-title = J’ai déjà un LoRA
import-help = Un fichier .safetensors fait pour le modèle de base que Cuddle utilise ici, venu de Cuddle, d’un autre programme ou du Hugging Face Hub. Donnez le nom et la catégorie avec lesquels il a été appris.
import-word-label = Mot déclencheur
import-word-help = Le mot avec lequel il a été appris (trigger word). Peut rester vide : Cuddle le lit alors dans le fichier, ou prend le nom.
import-button = Importer

## Values that no page as it is sends

unread-value = { $what } : { $value } ne peut pas aller dans ce champ ; rechargez la page et remplissez-le à nouveau.
unread-values = Une valeur ne convient pas à son champ ; rechargez la page et remplissez-le à nouveau.
unread-event = Cuddle ne sait pas sur quoi vous avez appuyé ; rechargez la page et appuyez à nouveau.
too-few-values = Valeurs reçues : { NUMBER($count, useGrouping: 0) }, nécessaires : { NUMBER($needed, useGrouping: 0) } ; rechargez la page et réessayez.
call-unread = Cet appel est illisible ; envoyez du JSON avec une liste de valeurs dans data, comme le fait la page.
call-part-unread = { $name } de cet appel vaut { $value }, ce qui est impossible ; rechargez la page et réessayez.
a-field = Un champ sans nom

## What a value is called in a sentence about what came instead, by its name in the API and in the forms

field-photos = La liste des photos
field-file = Le fichier
field-name = Le nom
field-kind = La catégorie
field-preset = Le préréglage
field-base-model = Le modèle de base
field-options = Les options
field-trigger-word = Le mot déclencheur
field-hub-id = Le nom sur le Hub
field-repository = Le nom sur le Hub
field-license = La licence
field-private = Le choix entre privé et public
field-who-sees = Qui peut le voir
field-pictures = La liste des images
field-format = Le format
field-step = L’étape
field-prompt = Le prompt
field-negative-prompt = La liste des choses à éviter
field-subjects = La liste des sujets
field-sampler = L’échantillonneur
field-steps = Étapes
field-guidance-scale = Échelle de guidage
field-seed = La graine
field-width = Largeur
field-height = Hauteur
field-size = La taille
field-count = Le nombre d’images
field-surprise = Le choix d’une nouvelle image à chaque fois
field-variation-strength = L’ampleur de la variation
field-variation-seed = La graine de la variation
field-start = L’image de départ
field-start-strength = Ce qui peut changer dans l’image
field-larger-scale = Le facteur d’agrandissement
field-larger-strength = Ce qui peut changer dans la version agrandie
field-compare = Ce qui est comparé
field-x-name = Ce que la grille fait varier de gauche à droite
field-x-values = Les valeurs de la grille de gauche à droite
field-y-name = Ce que la grille fait varier de haut en bas
field-y-values = Les valeurs de la grille de haut en bas
field-blending = La façon de réunir plusieurs sujets (blending)
field-readings = La lecture des noms
field-subject-type = Comme quoi c’est appris
field-search = La recherche
field-subject = Le sujet
field-limit = La limite
field-offset = Le décalage
field-id = L’identifiant de l’image
field-picture-id = L’identifiant de l’image
field-job-id = L’identifiant de la tâche
field-position = La position
field-strength = L’ampleur de la différence
field-unnamed = La valeur « { $name } »

## Create

create-intro = Choisissez qui est sur l’image, puis dites ce qui doit s’y passer.
who-label = Qui est sur l’image ?
strength-help = 1 : comme appris. Plus si la ressemblance est faible, moins si l’image devient raide. (LoRA weight)
places-label = Où les placer ? (facultatif)
places-help = Faites glisser un nom dans l’image, ou laissez-le n’importe où.
places-empty = Faites glisser un nom ici
places-anywhere = N’importe où :
places-all = Tout le monde a sa place.
places-numbers = Au clavier, ou en pour cent
places-keys = Sur un nom, Entrée le pose dans l’image et l’en retire. Les flèches le déplacent et, avec Maj, changent sa taille.
prompt-label = Que doit montrer l’image ?
read-as = Lu comme :
read-as-help = En plein, c’est quelqu’un des vôtres ; en pointillé, c’est un mot. Appuyez sur ce qui doit être lu autrement.
read-as-name = « { $typed } » est { $name } ({ $kind }), que vous avez présenté à Cuddle. Appuyez pour lire un simple mot.
read-as-word = « { $typed } » est lu comme un mot. Appuyez si vous pensez à { $name } ({ $kind }).
prompt-placeholder = Dumpling et Anna à la plage
avoid-label = À éviter
avoid-help = Ce que vous ne voulez pas voir. Peut rester vide. (negative prompt)
avoid-placeholder = flou, sombre
size-label = Taille
size-help = En pixels, largeur × hauteur.
count-label = Combien
sampler-label = Échantillonneur
steps-label = Étapes
steps-help = Plus d’étapes prennent plus de temps et ajoutent des détails, jusqu’à un certain point.
guidance-label = Échelle de guidage
guidance-help = À quel point l’image suit vos mots. Trop donne des couleurs criardes. (guidance scale)
surprise-label = Chaque fois une nouvelle image
surprise-help = Désactivé : la même graine redonne la même image.
seed-label = Graine
seed-help = Le nombre dont part une image ; les images suivantes prennent les nombres d’après. (seed)
base-model-label = Modèle de base
base-model-help = Ou écrivez le chemin d’un autre modèle Stable Diffusion XL ou 1.5 (fichier .safetensors ou dossier), ou son owner/name sur le Hugging Face Hub.
variation-label = Varier l’image
variation-help = 0 : exactement cette image. 0.1 : d’autres détails. À partir de 0.3 : une autre image. (variation strength)
variation-seed-label = Quelle variation
variation-seed-help = Un autre nombre la fait varier autrement. (variation seed)
larger-label = L’agrandir ensuite
larger-help = Combien de fois. Une deuxième passe redessine les détails. 1 la laisse telle quelle.
larger-strength-label = Que peut-il changer ?
larger-strength-help = Bas garde l’image ; haut invente de nouveaux détails. (denoising strength)
start-title = Partir d’une image
start-label = L’image de départ
start-strength-label = Que peut-il changer ?
start-strength-help = 0.3 garde presque tout, 0.8 seulement les grandes formes. (denoising strength)
blending-label = Plusieurs sujets
blending-help = Chacun garde sa propre place dans l’image ; la somme simple les mélange partout. (blending)
blend-apart = Que chacun reste soi-même
blend-sum = Somme simple (pour les styles)
comfyui-differs = Son graphe fait une autre image.
a1111-aligned = Ses niveaux de bruit « Align Your Steps » diffèrent de ceux qu’utilise { $sampler } ; il fait donc une autre image.
compare-label = Comparer
compare-help = La même image plusieurs fois, avec une seule chose changée, côte à côte sur une planche.
compare-nothing = Rien
compare-strip = Ressemblance de 0 à 1.2
compare-grid = Votre propre grille
across-label = De gauche à droite
down-label = De haut en bas
down-nothing = rien
values-label = Valeurs
values-help = Séparées par des points-virgules : 0,6; 0,8; 1. Pour des mots, les premiers sont remplacés par les suivants, séparés par des virgules : plage, neige. Ce qui contient une virgule se met entre guillemets droits : "un chapeau, rouge".
dropped-label = Une image
dropped-help = Déposez ici une image faite avec Cuddle, A1111 ou ComfyUI, et le formulaire reprend ses réglages.
seated-help = Chacun sera là où se trouve son nom. Ce n’est pas ce que vous voulez ? Annulez ci-dessus : peu de temps est perdu.
no-seat = Aucune place trouvée pour { $names }.
likeness-help = À quel point chacun ressemble à ses photos : 100 %, autant que les photos se ressemblent entre elles ; 0 %, pas plus que d’autres de la même catégorie.
no-likeness-model = Sur ce modèle de base, la ressemblance avec les photos n’est pas mesurée pour { $names }.
no-likeness-photos = La ressemblance avec les photos ne peut pas être évaluée pour { $names } : le modèle Pocket ne connaît pas ce que montrent les photos.
no-likeness-unsure = Pour { $names }, la ressemblance avec les photos est trop difficile à trancher ici ; jugez par vous-même.
twice = { $name } semble être deux fois sur l’image. Essayez une autre graine.
twice-in = { $name } semble être deux fois sur l’image { $which }. Essayez une autre graine.
twice-in-several = { $name } semble être deux fois sur chacune des images { $which }. Essayez d’autres graines.
no-creation-yet = Votre image apparaîtra ici, d’abord comme une ébauche.

## Pictures

search-label = Rechercher
search-placeholder = un mot, un nom, une graine…
no-pictures-yet = Il n’y a pas encore d’image. La première se fait dans « Créer ».
no-match = Aucune image ne correspond. Essayez moins de mots, ou d’autres.
close-picture = Fermer
download = Télécharger { $format }
more-like-this = D’autres comme elle
larger = Agrandir
start-from-this = Partir de celle-ci
difference-label = Quelle différence ?
difference-help = Pour « D’autres comme elle » : un peu change les détails, plus change toute l’image.
more-on-the-way = Images de ce genre en préparation : { NUMBER($count, useGrouping: 0) } ; voyez « Créer ».
larger-on-the-way = Une version agrandie est en préparation ; voyez « Créer ».
again = Reprendre ces réglages
show-more = Voir les plus anciennes
delete = Supprimer
delete-yes = Oui, supprimer
delete-no = Garder
delete-picture-sure = Supprimer cette image pour de bon ?
delete-subject-sure = Supprimer { $name } pour de bon, avec les photos et les fichiers LoRA ? Les images restent.
delete-learning-sure = Supprimer { $name } pour de bon, avec les photos et la leçon ? Cela fait perdre { $what }. Les images restent.

## The Hugging Face Hub

publish-open = Publier sur le Hub
publish-title = Publier sur le Hugging Face Hub
publish-as = Vous publiez sous le nom { $name }.
published-at = C’est déjà publié, sous { $place } ({ $who }, { $since }).
publish-updates = Publier à nouveau remplace la page et les fichiers.
publish-name-label = Nom sur le Hub
publish-name-help = Le vôtre, ou celui d’une organisation où vous pouvez écrire.
publish-license-label = Licence
publish-license-help = Ce que les autres peuvent en faire.
publish-who-label = Qui peut le voir
publish-who-help = Dans une organisation, privé veut dire ses membres. Ne montrez une personne à tous que si elle est d’accord.
publish-private = Vous seulement (privé)
publish-public = Tout le monde (public)
publish-pictures-label = Images pour sa page
publish-pictures-help = Appuyez sur celles à montrer. Elles y seront dans cet ordre, avec les mots qui les ont faites. Ce qui est parti d’une photo ou d’une autre image n’est pas proposé.
publish-pictures-empty = Il n’y en a pas encore à montrer. Demandez-en dans « Créer », à partir de mots seuls et sans personne d’autre, puis revenez.
publish-what-goes = Ce qui y va : les deux fichiers LoRA, une page qui dit comment s’en servir, et des copies des images choisies, sans rien de caché dedans. **Vos photos, jamais.**
publish-button = Publier
publish-close = Pas maintenant
publish-look-again = Regarder à nouveau
publish-taken = { "*" }*{ $place }** sur le Hub contient { $what }. Le remplacer efface pour de bon ses fichiers et sa page.
publish-other-name = Prendre plutôt { $name }
publish-replace = Remplacer ce qui s’y trouve
publish-link = Ouvrir sa page
import-hub-label = Ou depuis le Hugging Face Hub
import-hub-help = owner/name, l’adresse de sa page, ou owner/name/file.safetensors s’il y en a plusieurs.
import-neither = Il n’y a pas encore de fichier. Choisissez un fichier LoRA qui finit par .safetensors, ou écrivez où il se trouve sur le Hugging Face Hub.
import-both = Il y a un fichier et un nom sur le Hub ; retirez l’un des deux, pour qu’on sache lequel est voulu.
import-hub-placeholder = anna/dumpling-lora

## ---- The page: pieces, states and times

duration-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
duration-hours =
    { $hours ->
        [one] { NUMBER($hours, useGrouping: 0) } heure
       *[other] { NUMBER($hours, useGrouping: 0) } heures
    }
duration-hours-and-minutes = { duration-hours } { duration-minutes }
time-left = encore { $time } environ
time-left-little = encore moins d’une minute
month =
    { $month ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }
day-and-time = { $day } { month } { NUMBER($year, useGrouping: 0) } à { $time } { $zone }
title-lesson = Leçon : { $name }
title-import = Fichier LoRA : { $name }
title-hub-import = LoRA du Hub : { $name }
title-publish = Publication : { $name }
title-pictures =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } image : « { $prompt } »
       *[other] { NUMBER($count, useGrouping: 0) } images : « { $prompt } »
    }
place-next = En tête de la file
place-number = Numéro { NUMBER($position, useGrouping: 0) } dans la file
standing-cancel = Arrêt…
standing-pause = Mise en pause…
standing-finish = On finit avec ce qui est appris jusqu’ici…
standing-goes-on = reprend à l’étape { NUMBER($step, useGrouping: 0) } sur { NUMBER($steps, useGrouping: 0) }
standing-file-is-here = le fichier est là
standing-is-kept = gardé tel quel après { NUMBER($step, useGrouping: 0) } étapes
standing-interrupted = Interruption ; cela reprend tout seul.
standing-paused = En pause
standing-paused-at = En pause à l’étape { NUMBER($step, useGrouping: 0) } sur { NUMBER($steps, useGrouping: 0) }. Cela reprend quand vous le dites.
standing-starting = Démarrage…
standing-step = Étape { NUMBER($step, useGrouping: 0) } sur { NUMBER($steps, useGrouping: 0) }
standing-picture-step = Image { NUMBER($number, useGrouping: 0) } sur { NUMBER($count, useGrouping: 0) }, étape { NUMBER($step, useGrouping: 0) } sur { NUMBER($steps, useGrouping: 0) }
standing-loss = perte { $loss }
standing-published =
    { $who ->
        [private] sur le Hub sous { $repository }, privé
       *[public] sur le Hub sous { $repository }, public
    }
standing-made = c’est fait
standing-ready = c’est prêt
standing-cancelled = Annulé
samples-seen =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } regard sur vos photos (samples)
       *[other] { NUMBER($count, useGrouping: 0) } regards sur vos photos (samples)
    }
lesson-ready = La leçon pour { $name } est finie. Ouvrez « Créer » et demandez une image.
lesson-ready-early = La leçon pour { $name } est finie, telle qu’après { NUMBER($step, useGrouping: 0) } étapes. Ouvrez « Créer » et demandez une image.
recipe-in-words = { $preset } : { NUMBER($samples, useGrouping: 0) } regards, rang { NUMBER($rank, useGrouping: 0) }, alpha { $alpha }, taux d’apprentissage { $learning_rate }, taille de lot { $batch_size }, graine { $seed }
batch-size-automatic = automatique
news-lesson = La leçon pour { $name }
news-import = Le LoRA pour { $name }
news-publish = La publication sous { $place }
news-pictures =
    { $count ->
        [one] Votre image
       *[other] Vos { NUMBER($count, useGrouping: 0) } images
    }
news-paused =
    { $count ->
        [one] { $what } est en pause.
       *[other] { $what } sont en pause.
    }
news-running =
    { $count ->
        [one] { $what } est en cours.
       *[other] { $what } sont en cours.
    }
news-no-engine =
    { $count ->
        [one] { $what } attend le moteur de Cuddle.
       *[other] { $what } attendent le moteur de Cuddle.
    }
news-at-once =
    { $count ->
        [one] { $what } commence dans un instant.
       *[other] { $what } commencent dans un instant.
    }
news-next =
    { $count ->
        [one] { $what } est en tête de la file.
       *[other] { $what } sont en tête de la file.
    }
news-number =
    { $count ->
        [one] { $what } a le numéro { NUMBER($position, useGrouping: 0) } dans la file.
       *[other] { $what } ont le numéro { NUMBER($position, useGrouping: 0) } dans la file.
    }
jobs-label = Ce que fait Cuddle
jobs-more = et { NUMBER($count, useGrouping: 0) } de plus dans la file
jobs-spoken = En cours : { $jobs }. En attente : { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-none = En cours : rien. En attente : { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-paused = En pause : { NUMBER($paused, useGrouping: 0) }.
move-up = Avancer
try-again = Réessayer
job-log = Ce que dit le journal
button-unknown = Ce bouton est inconnu ; rechargez la page.
loss-described = Perte sur { NUMBER($steps, useGrouping: 0) } étapes : de { $first } à { $last }
loss-first-step = étape 0
loss-help = Perte (loss) : l’écart entre ses dessins et vos photos. Elle fait des sauts ; ce qui compte, c’est la ligne épaisse.
sample-step = Étape { NUMBER($step, useGrouping: 0) }
sample-alt = Dessin après { NUMBER($step, useGrouping: 0) } étapes, { NUMBER($number, useGrouping: 0) }
photo-kept-aside-alt = Photo mise de côté, { NUMBER($number, useGrouping: 0) }
photo-learned-alt = Photo, { NUMBER($number, useGrouping: 0) }
use-this-spoken = { use-this } : étape { NUMBER($step, useGrouping: 0) }, { $name }
name-and-kind = Nom et catégorie
the-lesson = La leçon
sample-button = { $name } ({ $kind })
photo-alt = Photo n° { NUMBER($number, useGrouping: 0) }
photo-fault = { NUMBER($number, useGrouping: 0) } : { $faults }
photos-given =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } photo.
       *[other] { NUMBER($count, useGrouping: 0) } photos.
    }
photos-all-fine =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } photo, tout va bien.
       *[other] { NUMBER($count, useGrouping: 0) } photos, tout va bien.
    }
photos-none-yet = Il n’y a pas encore de photos. Ajoutez-en de { $fewest } à { $most }.
caption-spoken = Photo { $number } en mots ({ $name })
preset-choice = { $title } : { $help }
preset-choice-timed = { $title } : { $time } environ. { $help }
preset-quick = Rapide
preset-quick-help = Une première impression, en deux fois moins de temps environ que l’équilibrée ; la ressemblance est plus grossière.
preset-balanced = Équilibrée
preset-balanced-help = Ce qu’il faut à la plupart des sujets : une bonne ressemblance qui suit encore vos mots.
preset-thorough = Approfondie
preset-thorough-help = Pour les visages et les motifs fins. La leçon la plus longue, et la meilleure ressemblance.
subject-type-person = Personne
subject-type-pet = Animal
subject-type-object = Objet
subject-type-style = Style
option-samples-help = La durée de l’entraînement. (samples: training steps × batch size)
option-learning-rate = Taux d’apprentissage
option-learning-rate-help = L’ampleur de chaque correction. (learning rate)
option-rank = Rang
option-rank-help = Ce qu’un fichier LoRA peut retenir ; plus le rend plus gros. (rank)
option-alpha = Alpha
option-alpha-help = La force de sa voix ; la même valeur que le rang est courante.
option-batch-size = Taille de lot
option-batch-size-help = Photos regardées à chaque étape. 0 prend ce qui va le plus vite ici. (batch size)
option-resolution = Résolution
option-resolution-help = En pixels ; celle du modèle de base est la meilleure.
option-seed-help = La même graine et les mêmes réglages donnent le même fichier sur le même ordinateur.
option-prior-preservation = Garder ce que le modèle de base sait de la catégorie (prior preservation)
option-prior-preservation-help = La leçon s’exerce aussi sur ses propres images de la catégorie. Plus lent ; utile si tous les chats ressemblent au vôtre.
subject-is-learning = leçon en cours
subject-is-ready = leçon finie
subject-is-failed = leçon non terminée
subject-spoken = { $name }, { $kind }, { $state }
fact-state = État
fact-trigger-word = Mot déclencheur
fact-photos = Photos
fact-no-photos = aucune (fichier LoRA importé)
fact-taught-on = Appris sur
fact-rank-and-alpha = Rang, alpha
lesson-again = Réessayer la leçon
lesson-nothing-to-repeat = Il n’y a pas de leçon à réessayer pour { $name } ; commencez-en une nouvelle.
subject-deleted = Suppression faite : { $name }.
import-file-label = Fichier LoRA
likeness = { $name } { $percent } %
preview-alt = Première ébauche
picture-number = Image { NUMBER($number, useGrouping: 0) }
picture-seed = Graine { $seed }
results-label = Images les plus récentes
size-square = { $width } × { $height } (carré)
size-wide = { $width } × { $height } (paysage)
size-tall = { $width } × { $height } (portrait)
size-unknown = La taille { $size } ne va pas ; choisissez-en une dans la liste, par exemple 256x256.
subjects-not-chosen = Sujets choisis : { $value } ne va pas ; choisissez-les à nouveau.
grid-without-values = La grille n’a pas encore de valeurs ; écrivez-en, séparées par des points-virgules, par exemple 0,6; 0,8; 1.
subjects-gone = { $names } n’est plus là ; le reste est rempli.
form-took-over = Le formulaire a repris les réglages trouvés dans { $file } (image faite avec { $program }).
sampler-choice = { $name } : { $help } { $steps }.
sampler-choice-recommended = { $name } (conseillé) : { $help } { $steps }.
sampler-steps = { NUMBER($low, useGrouping: 0) } étapes
sampler-steps-between = { NUMBER($low, useGrouping: 0) } à { NUMBER($high, useGrouping: 0) } étapes
strength-title = Force de ressemblance
strength-spoken = Force de ressemblance pour { $name }
places-left = gauche
places-top = haut
places-right = droite
places-bottom = bas
places-number = { $name } : { $side }, en pour cent de l’image
places-stands = { $name } : gauche { $left } pour cent, haut { $top } pour cent, droite { $right } pour cent, bas { $bottom } pour cent
places-stands-anywhere = { $name } : n’importe où
places-off = à nouveau n’importe où
places-off-spoken = { $name } : à nouveau n’importe où
places-tag-placed = { $name }, a une place dans l’image
places-tag-anywhere = { $name }, n’importe où
places-same = { $one } et { $two } ont presque la même place et pourraient se mélanger.
sampler-dpmpp-2m-karras-help = Des images nettes en peu d’étapes ; le meilleur premier choix.
sampler-dpmpp-2m-ays-help = Presque aussi bon en trois fois moins de temps : dix étapes aux niveaux de bruit qui comptent le plus (Align Your Steps).
sampler-hyper-sd-help = Le plus rapide avec guidage. Il télécharge une fois un complément (un LoRA, 790 Mo pour SDXL).
sampler-lcm-help = Des esquisses rapides, plus plates et moins exactes. Il télécharge une fois un complément (un LoRA, 390 Mo pour SDXL).
sampler-dpmpp-2m-help = La même méthode, avec des étapes réparties également ; un peu plus douce en peu d’étapes.
sampler-dpmpp-2m-exponential-help = Entre les deux : plus d’étapes sur les détails fins qu’une répartition égale, moins que Karras.
sampler-dpmpp-2m-simple-help = Pour refaire des images faites avec la répartition « simple » de ComfyUI.
sampler-dpmpp-2m-normal-help = Pour refaire des images faites avec la répartition « normal » de ComfyUI.
sampler-dpmpp-2m-sde-karras-help = Ajoute du bruit frais à chaque étape : des textures plus vivantes, et plus d’étapes changent l’image.
sampler-dpmpp-sde-karras-help = Une texture riche en peu d’étapes, pour la peau et le pelage ; regarde deux fois à chaque étape, donc deux fois plus long.
sampler-euler-help = La méthode la plus simple : stable et prévisible.
sampler-euler-a-help = Ajoute du bruit frais à chaque étape : des images douces et variées, qui changent encore avec plus d’étapes.
sampler-euler-karras-help = Euler, avec plus d’étapes consacrées aux détails fins.
sampler-euler-simple-help = Pour refaire des images faites avec la répartition « simple » de ComfyUI.
sampler-heun-help = Regarde deux fois à chaque étape : plus exact qu’Euler, et deux fois plus long.
sampler-heun-karras-help = Heun, avec plus d’étapes consacrées aux détails fins.
sampler-ddim-help = Le classique ; pour refaire des images faites avec lui ailleurs.
sampler-unipc-help = De bonnes images en très peu d’étapes.
sampler-lms-karras-help = Une méthode rapide plus ancienne ; pour refaire des images faites avec elle ailleurs.
sampler-dpm2-karras-help = Regarde deux fois à chaque étape : exact et détaillé, et deux fois plus long.
sampler-dpm2-a-karras-help = DPM2 avec du bruit frais à chaque étape : plus de variété, et plus d’étapes changent l’image.
axis-strength-of = Ressemblance : { $name }
axis-strength = Force de ressemblance
axis-prompt = Mots
axis-negative-prompt = À éviter
axis-sampler = Échantillonneur
axis-steps = Étapes
axis-guidance-scale = Échelle de guidage
axis-seed = Graine
axis-size = Taille
axis-variation-strength = Ampleur de variation
axis-start-strength = Écart avec le départ
axis-larger-strength = Écart à l’agrandissement
base-model-automatic = Automatique : { $title }
base-model-pocket = Pocket (petit, fourni avec Cuddle)
base-model-pocket-help = Dessine un petit monde de dessin animé en 256×256 pixels. Ni téléchargement ni carte graphique ; bien pour un premier essai.
base-model-sdxl-help = Fait des photos et des peintures, 1024×1024 pixels. Demande une carte graphique de 6 Go ou plus, et un téléchargement de 7 Go.
base-model-sd15-help = Fait des photos et des peintures, 512×512 pixels. Pour les petites cartes graphiques, dès 4 Go ; un téléchargement de 2 Go.
base-model-like = Un modèle { $title } depuis { $source }.
base-model-automatic-help = { $title }. { $help } { $why }
fact-prompt = Prompt
fact-read-as = Lu comme
fact-subjects = Sujets
fact-no-subjects = aucun
fact-nothing-avoided = rien
fact-subject = { $name } (force de ressemblance { $strength })
fact-size = { $width } × { $height }
fact-like-the-photos = Comme sur les photos
fact-made-on = Faite sur
fact-in-comfyui = Dans ComfyUI
fact-in-a1111 = Dans A1111
fact-took = Durée
fact-seconds = { $seconds } secondes
fact-variation = Variation
fact-variation-of = { $strength }, numéro { $seed }
fact-start = Partie de
fact-start-of = une image qui peut changer de { $strength }
fact-larger = Agrandie
fact-larger-by = { $scale } fois, peut changer de { $strength }
fact-compares = Compare
license-none = Aucune pour l’instant
license-openrail-sdxl = OpenRAIL++, comme Stable Diffusion XL
license-openrail-sd15 = OpenRAIL-M, comme Stable Diffusion 1.5
license-cc0 = CC0 : libre pour tout
license-cc-by = CC BY : libre si l’on vous nomme
license-cc-by-sa = CC BY-SA : en vous nommant, et partagé aux mêmes conditions
license-cc-by-nc = CC BY-NC : en vous nommant, sans usage commercial
license-cc-by-nc-nd = CC BY-NC-ND : en vous nommant, sans usage commercial, sans modification
license-apache = Apache 2.0
license-mit = MIT
login-intro = Connectez-vous avec le nom et le mot de passe que l’on vous a donnés.
login-name = Nom d’utilisateur
login-password = Mot de passe
login-button = Connexion
login-first = Connectez-vous d’abord.
login-wrong = Ce nom ou ce mot de passe n’est pas le bon.
login-too-long = Un nom et un mot de passe sont plus courts que cela.
login-wait = Trop de mots de passe erronés. Attendez { NUMBER($seconds, useGrouping: 0) } secondes, puis réessayez.
login-wait-elsewhere = Sur l’ordinateur où tourne Cuddle, sa propre adresse fonctionne tout de suite.
log-out-by-post = Envoyez POST pour vous déconnecter.
something-broke = Quelque chose a mal tourné dans Cuddle même ; rien de ce que vous avez donné n’est perdu. Son journal en dit plus. Réessayez.
not-found = Introuvable.
not-served-here = Cette adresse n’est pas servie ici. Ouvrez celle que Cuddle a affichée, ou indiquez celle-ci dans CUDDLE_ALLOWED_HOSTS.
own-page-only = Seule la page de Cuddle elle-même reçoit une réponse ici.
body-with-no-use = Une requête { $method } ne doit rien contenir.
body-too-large = C’est plus de { $megabytes } Mo ; envoyez les fichiers avec { $path }.
body-too-slow = Cela a pris trop de temps ; réessayez.
json-too-large = Ce JSON a plus de { $items } valeurs, ou plus de { $levels } niveaux.
upload-too-large = Ensemble, les fichiers dépassent la taille maximale de { $megabytes } Mo ; envoyez-en moins à la fois.
upload-too-many = Un envoi peut contenir { NUMBER($files, useGrouping: 0) } fichiers au maximum ; envoyez-en moins à la fois.
upload-stopped = L’envoi s’est arrêté ; réessayez.
upload-sender-gone = L’expéditeur n’est plus là.
too-much-going-on = Vous avez trop de choses en cours à la fois ici : { $what }. Attendez qu’une partie soit finie, puis réessayez.
going-on-pages = pages ouvertes : { NUMBER($count, useGrouping: 0) }
going-on-answers = réponses attendues : { NUMBER($count, useGrouping: 0) }
going-on-uploads = envois : { NUMBER($count, useGrouping: 0) }
going-on-calls = appels : { NUMBER($count, useGrouping: 0) }
going-on-queued = appels en attente : { NUMBER($count, useGrouping: 0) }
served-file-gone = Le fichier { $name } n’est plus là ; rechargez la page.
file-missing = Il n’y a pas de fichier ; envoyez-en au moins un.
file-and-hub-id = Donnez un fichier ou un hub_id, pas les deux.
start-failed = Cuddle ne peut pas démarrer : { $why }
start-ready = Cuddle est prêt : { $url }
start-data-folder = Tout ce qu’il garde se trouve dans { $folder }
start-share = Pour les autres, tant que ceci tourne : { $url }
start-login = Connectez-vous sous le nom { $name } avec le mot de passe { $password }
start-login-shows = Le mot de passe de --login se voit dans la liste des processus de cet ordinateur. Pour le garder pour vous, utilisez --login-file, ou CUDDLE_USER et CUDDLE_PASSWORD dans l’environnement.
start-two-logins = --login et --login-file ont été donnés tous les deux ; un seul suffit.
start-data-folder-around-temporary = Le dossier de données { $folder } contient le dossier des fichiers temporaires de cet ordinateur. Choisissez-en un autre avec --data-folder.
start-port-in-use = Impossible d’écouter sur { $host }:{ NUMBER($port, useGrouping: 0) } ; Cuddle y tourne peut-être déjà. Ouvrez http://{ $host }:{ NUMBER($port, useGrouping: 0) }, arrêtez l’autre programme, ou choisissez un autre port, par exemple --port { NUMBER($next, useGrouping: 0) }.

## ---- Errors: values, files, photos, subjects

empty-value = vide
no-number-between = { $name } : { $value } ne va pas ; choisissez un nombre entre { $low } et { $high }.
no-whole-number-between = { $name } : { $value } ne va pas ; choisissez un nombre entier entre { NUMBER($low, useGrouping: 0) } et { NUMBER($high, useGrouping: 0) }.
not-true-or-false = { $name } : { $value } ne va pas ; choisissez true ou false.
not-text = { $name } : { $value } ne va pas ; écrivez un texte de { NUMBER($longest, useGrouping: 0) } caractères au plus.
text-too-long = { $name } : { $length } caractères, c’est trop ; { $longest } conviennent. Raccourcissez le texte.
text-too-short = { $name } : c’est vide ; écrivez entre { NUMBER($shortest, useGrouping: 0) } et { $longest } caractères.
text-not-one-line = { $name } : il y a un saut de ligne ou un caractère qui ne peut pas être affiché ; écrivez sur une seule ligne.
no-such-choice = { $name } : « { $value } » ne va pas ; choisissez parmi : { $choices }.
file-outside = Le fichier « { $file } » est en dehors du dossier de données ; envoyez-le plutôt.
give-as-text = { $name } : { $value } ne va pas ; donnez un texte.
text-with-half-character = { $name } : « { $value } » contient un caractère qui n’en est pas un ; tapez-le à nouveau.
give-as-whole-number = { $name } : { $value } ne va pas ; donnez un nombre entier.
far-too-large = { $name } : { $value } est beaucoup trop grand ; donnez un nombre entier plus petit.
give-as-number = { $name } : { $value } ne va pas ; donnez un nombre.
give-a-list = { $name } : reçu { $value } ; donnez une liste.
give-a-list-of-texts = { $name } : il y a { $value } parmi le reste ; donnez une liste de textes.
give-by-name = { $name } : reçu { $value } ; donnez les valeurs par leur nom, par exemple { "{" }'steps': 200{ "}" }.
side-no-multiple = { $name } : { NUMBER($side, useGrouping: 0) } pixels ne vont pas ; choisissez un multiple de 8, par exemple { NUMBER($near, useGrouping: 0) }.
field-on-page = « { $label } »
label-in-group = { $group } : { $label }
request-file-name = Un nom de fichier
request-seed = Graine
request-typed-prompt = Le prompt tel qu’il a été tapé
request-picture-id = L’identifiant d’une image
request-grid-parameter = Un paramètre de la grille
request-picture-file = Le fichier de l’image
request-subject-name = Le nom d’un sujet
request-given-name = Le nom du fichier
request-word-is-made = La fabrication du mot déclencheur
request-name = Le nom du sujet
request-repository = Le dépôt
request-commit = Le commit
request-file-size = La taille du fichier
request-instance-prompt = L’instance prompt
request-family = La famille
request-mark = La marque du sujet
request-replaced-commit = Le commit qui peut être remplacé
request-private = Privé
request-a-file = Le nom d’un fichier
recipe-subject-type = Le type de sujet
recipe-rank = Rang
recipe-alpha = Alpha
recipe-samples = Regards (samples)
recipe-learning-rate = Taux d’apprentissage
recipe-batch-size = Taille de lot
recipe-resolution = Résolution
recipe-checkpoint-samples = Regards entre deux checkpoints
recipe-sample-samples = Regards entre deux images d’essai
recipe-prior-preservation = Préservation de la catégorie (prior preservation)
recipe-last-timestep = Le dernier timestep
recipe-first-timestep = Le premier timestep
recipe-outside-weight = Le poids de ce qui entoure le sujet
recipe-outside-prior-weight = Le poids du modèle de base autour du sujet
recipe-close-ups = Gros plans
recipe-convolutions = Les convolutions
recipe-checkpoint-steps = Étapes entre deux checkpoints
recipe-sample-steps = Étapes entre deux images d’essai
request-steps-with = Étapes avec { $sampler }
request-strength-of = La force de ressemblance pour { $name }
request-place-of = La place pour { $name }
request-caption-of = La légende pour { $name }
path-too-long = Le chemin { $path }… est trop long : aucun nom n’y peut prendre plus de 255 octets. Choisissez-en un plus court avec --data-folder.
file-not-written = Impossible d’écrire { $place } ({ $reason }). Un dossier à vous convient : changez ses droits, ou choisissez-en un autre avec --data-folder.
disk-full = Le disque est plein : impossible d’écrire { $place }, et rien de ce qui s’y trouvait n’est perdu. Libérez de la place (d’anciennes images peuvent être supprimées dans l’Album, et sa corbeille vidée), puis réessayez.
file-kind-text =
    { $count ->
        [one] un fichier texte
       *[other] des fichiers texte
    }
file-kind-raw =
    { $count ->
        [one] une photo RAW
       *[other] des photos RAW
    }
file-kind-video =
    { $count ->
        [one] une vidéo
       *[other] des vidéos
    }
file-kind-sound =
    { $count ->
        [one] un fichier son
       *[other] des fichiers son
    }
file-kind-pdf =
    { $count ->
        [one] un PDF
       *[other] des PDF
    }
file-kind-svg =
    { $count ->
        [one] un dessin SVG
       *[other] des dessins SVG
    }
file-kind-web-page =
    { $count ->
        [one] une page web
       *[other] des pages web
    }
file-kind-photoshop =
    { $count ->
        [one] un fichier Photoshop
       *[other] des fichiers Photoshop
    }
file-kind-jpeg-xl =
    { $count ->
        [one] une photo JPEG XL
       *[other] des photos JPEG XL
    }
file-kind-postscript =
    { $count ->
        [one] un fichier PostScript
       *[other] des fichiers PostScript
    }
file-kind-office =
    { $count ->
        [one] un document bureautique
       *[other] des documents bureautiques
    }
file-kind-program =
    { $count ->
        [one] un programme
       *[other] des programmes
    }
file-kind-database =
    { $count ->
        [one] une base de données
       *[other] des bases de données
    }
file-kind-rar =
    { $count ->
        [one] une archive RAR
       *[other] des archives RAR
    }
file-kind-7z =
    { $count ->
        [one] une archive 7z
       *[other] des archives 7z
    }
file-kind-gzip =
    { $count ->
        [one] une archive gzip
       *[other] des archives gzip
    }
file-kind-bzip2 =
    { $count ->
        [one] une archive bzip2
       *[other] des archives bzip2
    }
file-kind-xz =
    { $count ->
        [one] une archive xz
       *[other] des archives xz
    }
file-kind-zstd =
    { $count ->
        [one] une archive zstd
       *[other] des archives zstd
    }
file-kind-tar =
    { $count ->
        [one] une archive tar
       *[other] des archives tar
    }
choose-photo-itself = Choisissez la photo elle-même.
upload-again-or-leave-out = Recommencez l’envoi, ou faites sans.
save-as-one-of-these = Enregistrez dans l’un de ces formats, ou faites sans.
save-as-jpeg-in-camera-program = Enregistrez en JPEG dans le programme livré avec l’appareil photo.
choose-photo-or-frame = Choisissez une photo, ou enregistrez une seule image en JPEG.
save-photos-in-it-as-jpeg = Enregistrez en JPEG les photos qui s’y trouvent.
save-as-png = Enregistrez en PNG.
save-as-jpeg = Enregistrez en JPEG.
save-picture-not-page = Enregistrez l’image elle-même, pas la page qui la montre.
unpack-archive = Décompressez l’archive, et envoyez les photos ou un zip qui les contient.
photo-formats-fine = les photos JPEG, PNG, WebP, HEIC, AVIF, TIFF et BMP conviennent
file-in-zip = { $file } dans { $zip }
file-empty =
    { $count ->
        [one] { $files } est vide (0 octet)
       *[other] { $files } sont vides (0 octet)
    } ; { photo-formats-fine }. { $advice }
file-no-photo =
    { $count ->
        [one] { $files } n’est pas une photo qui peut être ouverte
       *[other] { $files } ne sont pas des photos qui peuvent être ouvertes
    } ; { photo-formats-fine }. { $advice }
file-picture-not-opened =
    { $count ->
        [one] Cuddle ne sait pas ouvrir { $files } : c’est { $kind }
       *[other] Cuddle ne sait pas ouvrir { $files } : ce sont { $kind }
    } ; { photo-formats-fine }. { $advice }
file-another-kind =
    { $count ->
        [one] { $files } n’est pas une photo, mais { $kind }
       *[other] { $files } ne sont pas des photos, mais { $kind }
    } ; { photo-formats-fine }. { $advice }
zip-others-left-out =
    { $count ->
        [one] { $files } dans { $zip } n’est pas une photo et a été laissé de côté.
       *[other] { $files } dans { $zip } ne sont pas des photos et ont été laissés de côté.
    }
zip-in-zip = { $zip } contient un autre zip, { $files } ; mettez les photos elles-mêmes dans un seul zip.
zip-regularization =
    { $count ->
        [one] { $files } dans { $zip } est une image
       *[other] { $files } dans { $zip } sont des images
    } d’autres sujets du même genre (regularization), que Cuddle fait lui-même quand il en a besoin ; rien n’a donc été pris dans ce dossier.
zip-companions =
    { $count ->
        [one] { $zip } contient un fichier que les ordinateurs ou les programmes de photo rangent à côté des photos ({ $marks }) ; il a été laissé de côté.
       *[other] { $zip } contient { NUMBER($count, useGrouping: 0) } fichiers que les ordinateurs ou les programmes de photo rangent à côté des photos ({ $marks }) ; ils ont été laissés de côté.
    }
photo-too-large = { $photo } fait { NUMBER($size, useGrouping: 0) } Mo ; les photos conviennent jusqu’à { NUMBER($most, useGrouping: 0) } Mo. Enregistrez une copie plus petite.
file-is-folder = { $file } est un dossier ; { photo-formats-fine }, et les zips qui en contiennent aussi. Choisissez les photos qui s’y trouvent.
file-not-read = Impossible de lire { $file } ({ $reason }) ; envoyez-le encore une fois.
file-companion = { $file } est ce que les ordinateurs et les programmes de photo rangent à côté des photos ; il a donc été laissé de côté.
zip-leads-out = { $zip } contient un fichier nommé « { $file } », qui mène hors du zip ; il a donc été laissé de côté. Des noms simples comme cat1.jpg conviennent. Ne prenez que des zips de personnes de confiance.
zip-locked = { $zip } est protégé par un mot de passe ; un zip sans mot de passe convient. Refaites-le sans.
zip-without-photos = { $zip } ne contient pas de photos ; { photo-formats-fine }. Mettez les photos elles-mêmes dans le zip.
zip-of-photos = un zip de photos
zip-of-so-many-photos = un zip de { NUMBER($least, useGrouping: 0) } à { NUMBER($most, useGrouping: 0) } photos
zip-long-list = { $zip } annonce un très grand nombre de fichiers ; { $fine } convient. N’y mettez que les photos.
zip-damaged = { $zip } est un zip abîmé ; un zip de photos intact convient. Refaites-le ou envoyez-le à nouveau.
zip-too-many-files = { $zip } contient { NUMBER($count, useGrouping: 0) } fichiers ; { $fine } convient. N’y mettez que les photos.
zip-too-large = { $zip } ferait { $size } Go une fois décompressé ; jusqu’à { $most } Go conviennent. N’y mettez que les photos, ou envoyez-les une par une.
photo-several-pictures = { $photo } contient plusieurs images, dont la première a été prise.
photo-memory = { $photo } demande plus de { NUMBER($most, useGrouping: 0) } Mo de mémoire pour s’ouvrir. Enregistrez une copie plus petite, ou en JPEG.
photo-damaged = { $photo } est abîmé ou incomplet ; les photos entières conviennent. Envoyez-le encore une fois, ou laissez-le de côté.
photo-damaged-in-zip = { $photo } est abîmé ; un zip de photos intact convient. Refaites-le.
photo-many-megapixels = { $photo } a plus de 170 mégapixels ; jusqu’à { NUMBER($most, useGrouping: 0) } conviennent, { NUMBER($most_jpeg, useGrouping: 0) } en JPEG. Enregistrez une copie plus petite.
photo-not-opened = { $photo } n’est pas une photo qui peut être ouverte ; { photo-formats-fine }. Enregistrez-la dans l’un de ces formats, ou laissez-la de côté.
photo-too-small = { $photo } est trop petit ou trop étroit : { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels ; il en faut au moins { NUMBER($least, useGrouping: 0) } sur le petit côté, mieux 512, et au plus { NUMBER($times, useGrouping: 0) } fois autant sur le grand côté. Choisissez une photo plus grande, ou une partie de celle-ci.
photo-moving = { $photo } est une image animée ; { photo-formats-fine } quand elles sont fixes. Enregistrez-en une image en JPEG.
photo-megapixels = { $photo } a { $megapixels } mégapixels ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }) ; jusqu’à { NUMBER($most, useGrouping: 0) } conviennent, { NUMBER($most_jpeg, useGrouping: 0) } en JPEG. Enregistrez une copie plus petite.
photo-megapixels-jpeg = { $photo } a { $megapixels } mégapixels ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }) ; jusqu’à { NUMBER($most, useGrouping: 0) } conviennent. Enregistrez une copie plus petite.
photo-reader-ended = Impossible d’ouvrir { $photo } : ce qui le lit s’est arrêté dessus. Enregistrez-le à nouveau en JPEG, ou laissez-le de côté.
photo-takes-too-long = { $photo } met plus de { $seconds } secondes à s’ouvrir. Enregistrez-le à nouveau en JPEG, ou laissez-le de côté.
photo-given-twice = { $copy } et { $own } sont la même photo ; elle a donc été prise une seule fois.
photo-copy-as = { $copy } (comme { $own })
photos-given-twice = { NUMBER($count, useGrouping: 0) } photos sont identiques à d’autres et n’ont donc été prises qu’une fois : { $copies }.
photos-left-too-few =
    { $count ->
        [0] Il ne reste aucune photo
        [one] Il reste { NUMBER($count, useGrouping: 0) } photo
       *[other] Il reste { NUMBER($count, useGrouping: 0) } photos
    } ; { NUMBER($least, useGrouping: 0) } à { NUMBER($most, useGrouping: 0) } conviennent. Ajoutez-en quelques-unes.
photos-too-few =
    { $count ->
        [one] Vous avez donné { NUMBER($count, useGrouping: 0) } photo
       *[other] Vous avez donné { NUMBER($count, useGrouping: 0) } photos
    } ; { NUMBER($least, useGrouping: 0) } à { NUMBER($most, useGrouping: 0) } conviennent. Ajoutez-en quelques-unes.
photos-too-many =
    { $count ->
        [one] Vous avez donné { NUMBER($count, useGrouping: 0) } photo
       *[other] Vous avez donné { NUMBER($count, useGrouping: 0) } photos
    } ; { NUMBER($least, useGrouping: 0) } à { NUMBER($most, useGrouping: 0) } conviennent. Gardez les meilleures et laissez les autres de côté.
one-of-several-photos = { $file } contient { NUMBER($count, useGrouping: 0) } photos ; donnez l’une d’elles.
caption-not-utf-8 = { $file } n’est pas un texte en UTF-8 ; aucune légende n’y a donc été prise. Enregistrez-le en UTF-8.
caption-empty = { $file } est vide ; aucune légende n’y a donc été prise. Écrivez-en une, ou laissez-le de côté.
caption-damaged = { $file } est abîmé ; aucune légende n’y a donc été prise. Refaites le zip.
caption-several-lines = Dans { $file }, la première de { NUMBER($count, useGrouping: 0) } lignes a été prise comme légende ; écrivez-la sur une seule ligne.
caption-too-long = La légende dans { $file } fait { $length } caractères ; { NUMBER($most, useGrouping: 0) } conviennent, son début a donc été pris. Raccourcissez-la.
caption-of-no-photo = { $file } ne correspond à aucune photo et a donc été laissé de côté ; la légende de cat1.jpg s’appelle cat1.txt.
captions-taken =
    { $count ->
        [one] La légende de { NUMBER($count, useGrouping: 0) } photo a été prise dans un fichier texte voisin.
       *[other] Les légendes de { NUMBER($count, useGrouping: 0) } photos ont été prises dans des fichiers texte voisins.
    }
folder-name-and-captions = Du dossier « { $folder } », Cuddle a retenu que « { $words } » dans les légendes désigne votre sujet ; ses { $repeats } répétitions, non : une leçon regarde chaque photo aussi souvent que les autres.
folder-photos-alone = Du dossier « { $folder } », seules les photos et les légendes ont été prises : le nom et la catégorie sont ceux que vous écrivez, et une leçon regarde chaque photo aussi souvent que les autres, pas { $repeats } fois.
caption-for-no-photo = Il y a une légende pour { $photo }, mais pas de telle photo ; il y a : { $photos }.
names-and-so-on = { $names }, …
captions-not-as-many = Légendes : { NUMBER($captions, useGrouping: 0) }, photos : { NUMBER($photos, useGrouping: 0) } ; donnez-en une par photo, dans le même ordre et vide là où vous n’en avez pas, ou donnez-les par nom de fichier.
captions-unreadable = Légendes : reçu { $value } ; donnez-les par nom de fichier, par exemple { "{" }'cat1.jpg': '[name] sur un canapé'{ "}" }, ou comme liste dans l’ordre des photos.
everyday-word = « { $word } » est un mot courant ; les images avec { $name } pourraient donc le montrer aussi. Un nom qui n’est pas un autre mot, ou un nom plus long comme « { $name } Martin », évite la confusion.
trigger-word-made = Le fichier n’indique pas de mot déclencheur ; « { $word } » a donc été tiré du nom. Si la ressemblance n’est pas bonne pour { $name }, importez à nouveau le fichier avec le mot qui a servi à l’apprendre.
photos-alike = Les photos { NUMBER($first, useGrouping: 0) } et { NUMBER($second, useGrouping: 0) } sont presque identiques ; des vues différentes apprennent plus.
photos-alike-and-more = Les photos { NUMBER($first, useGrouping: 0) } et { NUMBER($second, useGrouping: 0) } sont presque identiques (autres paires : { NUMBER($more, useGrouping: 0) }) ; des vues différentes apprennent plus.
photo-small = La photo { $photo } est petite et agrandie { $times } fois ; une copie plus grande garde plus de détails.
photos-small = Les photos { $photos } sont petites et agrandies jusqu’à { $times } fois ; des copies plus grandes gardent plus de détails.
photos-all-small = Toutes les photos sont petites et agrandies jusqu’à { $times } fois ; des copies plus grandes gardent plus de détails.
photo-is-blurred = La photo { $photo } est floue ; une plus nette apprend plus.
photos-are-blurred = Les photos { $photos } sont floues ; de plus nettes apprennent plus.
photo-is-dark = La photo { $photo } est très sombre ; une plus claire apprend plus.
photos-are-dark = Les photos { $photos } sont très sombres ; de plus claires apprennent plus.
photo-is-screenshot = La photo { $photo } ressemble à une capture d’écran, et ce qui entoure l’image serait appris aussi ; la photo elle-même apprend plus.
photos-are-screenshot = Les photos { $photos } ressemblent à des captures d’écran, et ce qui entoure les images serait appris aussi ; les photos elles-mêmes apprennent plus.
photo-badge-alike = presque identique
photo-badge-small = petite
photo-badge-blurred = floue
photo-badge-dark = très sombre
photo-badge-screenshot = capture d’écran
name-empty = Le nom est vide ; donnez un nom de 1 à { NUMBER($most, useGrouping: 0) } caractères, par exemple Dumpling.
name-too-long = Le nom « { $name } » fait { NUMBER($length, useGrouping: 0) } caractères ; { NUMBER($most, useGrouping: 0) } conviennent. Raccourcissez-le.
name-with-signs = Le nom « { $name } » contient { $signs } ; les lettres, les chiffres, les espaces et - ' . & conviennent.
name-without-letters = Le nom « { $name } » n’a ni lettre ni chiffre ; donnez un nom comme Dumpling.
kind-empty = La catégorie est vide ; dites ce que c’est en un ou deux mots, par exemple chat, chien, femme ou jouet.
kind-too-long = La catégorie « { $kind } » fait { NUMBER($length, useGrouping: 0) } caractères ; { NUMBER($most, useGrouping: 0) } conviennent. Raccourcissez-la.
kind-more-than-words = La catégorie « { $kind } » contient autre chose que des mots ; les lettres, les espaces et - sur une seule ligne conviennent. Dites ce que c’est en un ou deux mots, par exemple chat, chien ou femme.
kind-not-known = La catégorie « { $kind } » est un mot que Cuddle ne connaît pas, et les modèles lisent l’anglais ; dites en anglais ce que c’est, par exemple cat, woman ou teapot.
trigger-word-not-fine = Mot déclencheur : « { $word } » ne va pas ; un seul mot de 1 à { NUMBER($most, useGrouping: 0) } caractères parmi a-z et 0-9 convient.
step-of-untaught = L’apprentissage n’est pas encore fini pour { $name } ; choisissez une étape précédente quand la leçon sera terminée.
no-steps-kept = Aucune étape précédente n’est gardée pour { $name } ; une nouvelle leçon en garde.
step-not-kept = L’étape { NUMBER($step, useGrouping: 0) } n’est pas gardée pour { $name } ; choisissez l’une de ces étapes : { $steps }.
step-files-gone = Les fichiers de l’étape { NUMBER($step, useGrouping: 0) } ne sont plus là pour { $name } ; choisissez une autre étape.
subject-not-taught = L’apprentissage n’est pas encore fini pour { $name } ; attendez la fin de la leçon, ou faites l’image sans.
subject-failed = La leçon pour { $name } s’est mal terminée ; réessayez-la dans « Accueil », ou faites l’image sans.
subject-no-file = Il n’y a pas de fichier { $format } pour { $name } ; il sera là une fois la leçon terminée.
subject-being-taught = La leçon pour { $name } est en cours. Annulez-la d’abord, puis supprimez.
subject-being-cancelled = La leçon pour { $name } vient de commencer et s’annule ; supprimez ensuite.
file-gone = Le fichier { $file } n’est plus là.
password-no-text = CUDDLE_PASSWORD n’est pas un texte ; mettez-y le mot de passe.
setting-not-fine = Le réglage { $setting } est « { $value } » : { $reason }. Changez --{ $option } ou CUDDLE_{ $variable }.
password-too-short = Le mot de passe a { NUMBER($length, useGrouping: 0) } caractères ; une page que d’autres peuvent atteindre en demande au moins { NUMBER($least, useGrouping: 0) }. Quatre mots sans rapport en font un bon. Avec --share et sans identifiants, Cuddle en crée un.
password-too-easy = Le mot de passe est trop facile à deviner : sans le nom, les mots connus, les répétitions et les suites, il n’en reste presque rien. Quatre mots sans rapport en font un bon. Avec --share et sans identifiants, Cuddle en crée un.
login-without-colon = { $source } attend un nom et un mot de passe séparés par deux-points, par exemple anna:secret.
login-file = Le fichier d’identifiants { $file }
login-file-not-utf-8 = { $file } n’est pas un texte en UTF-8 ; écrivez-y nom:mot-de-passe.
login-file-not-read = Impossible de lire { $file } ({ $reason }) ; donnez le chemin d’un fichier d’une ligne, nom:mot-de-passe.
login-file-several-lines = { $file } a plus d’une ligne ; une seule convient, nom:mot-de-passe.

## ---- Errors: pictures, metadata, prompts

start-gone = L’image de départ n’est plus là. Choisissez-la à nouveau.
no-start = Il n’y a pas d’image de départ ; donnez son identifiant dans picture, ou un fichier de keep_start.
sheet-of-several = C’est une planche de plusieurs images. Ouvrez l’une d’elles et choisissez cela à nouveau.
no-picture-option = Il n’y a pas d’option « { $option } » pour les images ; il y a : { $options }.
sampler-without-helper = { $sampler } a besoin d’un LoRA de complément, et il n’y en a pas pour { $model }. Choisissez un autre échantillonneur ; DPM++ 2M AYS est rapide sur chaque modèle de base.
choice-unreadable = Un sujet choisi est « { $value } » ; donnez-le avec name, strength et, si vous voulez, box.
choice-unknown-name = Un sujet choisi contient « { $value } » ; name, strength et box conviennent.
place-unreadable = { $place } : { $value } ne va pas ; donnez gauche, haut, droite, bas entre 0 et 1.
subject-chosen-twice = Vous avez choisi { $name } deux fois ; choisissez chaque sujet une seule fois et réglez sa force.
given-start = L’image de départ
given-larger = La version agrandie
given-grid = La grille
given-side = Un côté de la grille
not-by-name = { $name } : reçu { $value } ; donnez { $names } par leur nom.
unknown-among = { $name } : « { $value } » est inconnu ; { $names } conviennent.
axis-of-subject = Ressemblance : { $name }
axis-number = { $axis } { NUMBER($value, useGrouping: 0) }
axis-words = { $axis } : { $value }
grid-prompts = { $axis } : { NUMBER($count, useGrouping: 0) } prompts dans la grille ; donnez seulement ses valeurs.
grid-values = { $axis } : { NUMBER($count, useGrouping: 0) } valeurs dans la grille ; 1 à { NUMBER($most, useGrouping: 0) } conviennent.
grid-value-unreadable = { $axis } : { $value } ne va pas dans la grille ; donnez un nombre ou des mots.
grid-sides-equal = { $axis } est donné pour les deux côtés de la grille ; choisissez-en deux différents.
grid-too-large = La grille a { NUMBER($count, useGrouping: 0) } images ; jusqu’à { NUMBER($most, useGrouping: 0) } conviennent.
grid-without-x = La grille n’a pas de x ; donnez-le comme un nom et une liste de valeurs.
grid-side-unreadable = Un côté de la grille : reçu { $value } ; donnez son nom et une liste de valeurs.
grid-prompt-unreadable = Un prompt de la grille : reçu { $value } ; donnez seulement les valeurs de la grille.
grid-strength-of-nobody = La grille demande des forces de ressemblance, mais aucun sujet n’est sur l’image. Choisissez qui vous voulez dire.
grid-strength-of-absent = La grille demande des forces de ressemblance, mais { $name } n’est pas sur l’image. Choisissez qui vous voulez dire.
grid-words-not-held = Les premiers mots de la grille sont « { $words } », et le prompt ne les contient pas.
grid-words-in-names = Les premiers mots de la grille sont « { $words } », et le prompt ne les contient que dans des noms.
grid-size-unreadable = Une taille de la grille : { $value } ne va pas ; écrivez-la comme 1024x1024.
grid-no-start = La grille demande ce qui peut changer dans une image, mais il n’y a pas d’image de départ.
grid-no-larger = La grille demande ce qui peut changer dans la version agrandie, mais aucune version agrandie n’est demandée.
readings-unreadable = Lecture des noms : reçu { $value } ; donnez-en jusqu’à { NUMBER($most, useGrouping: 0) } par nom, par exemple { "{" }'Rose 2': 'word'{ "}" }.
reading-unreadable = Lecture du nom « { $name } » : { $value } ne va pas ; '{ $as_name }' et '{ $as_word }' conviennent.
lora-to-avoid = « { $lora } » est un LoRA parmi les choses à éviter, et il est laissé de côté.
lora-of-nobody = Le LoRA « { $lora } » n’est aucun de vos sujets ; il est donc laissé de côté. Son fichier peut être importé dans « Accueil ».
strength-taken = La force pour { $name } est { $given } ; { $taken } est pris.
named-not-chosen = { $name } figure dans vos mots, mais pas dans vos choix ; l’image est donc faite sans { $name }. Choisissez { $name } aussi.
elsewhere-hypernetwork = un hypernetwork
elsewhere-tag = une balise d’un autre programme
elsewhere-embedding = un embedding
elsewhere-wildcard = une liste de mots
elsewhere-prompts = plusieurs prompts à la fois
elsewhere-turns = des mots qui alternent
elsewhere-changes = des mots qui changent au fil des étapes
elsewhere-drawn = un choix tiré au sort
syntax-elsewhere = « { $written } » ({ $what })
tag-left-out = « { $written } » est une balise d’un autre programme, et elle est laissée de côté.
embedding-left-out = « { $written } » désigne un embedding, que Cuddle ne charge pas ; il est laissé de côté.
wildcard-not-here = « { $written } » désigne une liste de mots qui n’est pas ici ; écrivez le mot lui-même.
break-left-out = « BREAK » est laissé de côté : Cuddle lit de lui-même les longs prompts par parties.
and-as-word = « AND » relie plusieurs prompts dans d’autres programmes ; ici, il est lu comme le mot « and ».
words-turns-read = « { $written } » change de mots à chaque étape, ce que Cuddle ne fait pas ; « { $read } » est lu.
words-turns-left-out = « { $written } » change de mots à chaque étape, ce que Cuddle ne fait pas ; c’est laissé de côté.
words-changes-read = « { $written } » change de mots en chemin, ce que Cuddle ne fait pas ; « { $read } » est lu.
words-changes-left-out = « { $written } » change de mots en chemin, ce que Cuddle ne fait pas ; c’est laissé de côté.
weight-of-another = « { $written } » pondère des mots dans un autre programme ; ici, c’est « ({ $inside }) ».
choice-read = « { $written } » est un choix qu’un autre programme tire au sort ; « { $read } » est lu.
picture-formats-fine = Une image PNG, JPEG ou WebP faite par Cuddle, A1111 ou ComfyUI convient
picture-too-large = { $file } dépasse { NUMBER($most, useGrouping: 0) } Mo. { picture-formats-fine }.
picture-not-read = Impossible de lire { $file }, ou le fichier est abîmé. { picture-formats-fine }.
picture-without-parameters = { $file } n’est pas une image avec des paramètres. { picture-formats-fine }.
unknown-program = un programme que Cuddle ne connaît pas
picture-own-damaged = { $file } a été fait par Cuddle, mais ses paramètres sont abîmés. { picture-formats-fine }.
picture-of-another-program = { $file } a été fait par { $program }, dont Cuddle ne lit pas les paramètres. { picture-formats-fine }.
picture-graph-without-sampler = { $file } contient un graphe de ComfyUI sans échantillonneur simple, que Cuddle ne lit pas. { picture-formats-fine }.
picture-other-text = { $file } contient un texte qui n’est pas des paramètres (« { $text } »). { picture-formats-fine }.
picture-stealth = { $file } cache ses paramètres dans ses pixels (stealth PNG), où Cuddle ne les lit pas. { picture-formats-fine }.
picture-nothing-in-it = { $file } ne contient pas de paramètres ; les copies faites par les messageries et les programmes de photo les perdent. { picture-formats-fine }.
picture-cut-off = { $file } est coupé avant ses paramètres. { picture-formats-fine } ; téléchargez-le à nouveau.
picture-text-too-long = Le texte « { $text } » dans { $file } dépasse { NUMBER($most, useGrouping: 0) } Mo ; rien n’a été lu. { picture-formats-fine }.
found-steps = le nombre d’étapes
found-guidance-scale = l’échelle de guidage
found-width = la largeur
found-height = la hauteur
found-prompt = le prompt
found-negative-prompt = la liste des choses à éviter
found-own-damaged = Ce que Cuddle y a lui-même écrit est abîmé ; voici donc ce qu’elle dit à d’autres programmes.
found-later-version = Une version plus récente de Cuddle l’a faite ; non repris : { $names }.
found-missing = Elle ne précise pas : { $values } ; ce qui convient au modèle de base est rempli.
found-other-sampler = Son échantillonneur « { $sampler } » n’existe pas dans Cuddle ; { $chosen } est choisi.
found-no-sampler = Elle ne nomme pas d’échantillonneur ; { $chosen } est choisi.
found-seed-beyond = Sa graine { $seed } dépasse celles de Cuddle (0 à { NUMBER($most, useGrouping: 0) }) ; une nouvelle sera tirée au sort.
found-variation-beyond = Sa variation ({ $strength } vers la graine { $seed }) n’existe pas dans Cuddle ; laissée de côté.
found-no-prompt = Elle n’a pas de prompt qui puisse être lu.
found-not-taken-over = Non repris : { $what }.
found-also-not-taken-over = Non repris non plus : { $what }.
found-more-nodes = Nœuds non repris en plus : { NUMBER($count, useGrouping: 0) }.
found-nearest = Valeur lue pour { $value } : { $given } ; la plus proche que fait Cuddle est { $near }.
found-long-text = Longueur lue pour { $value } : { $length } caractères ; les { $most } premiers sont repris.
found-many-loras = Elle nomme { NUMBER($count, useGrouping: 0) } LoRA ; les { NUMBER($most, useGrouping: 0) } premiers sont examinés.
found-strength = La force pour { $name } est { $given } ; { $taken } est repris.
found-subject-twice = Un sujet y figure deux fois ; la première de ses forces est reprise.
found-many-subjects = Elle a { NUMBER($count, useGrouping: 0) } sujets ; les { NUMBER($most, useGrouping: 0) } premiers sont repris.
found-lora-of-nobody = Le LoRA « { $lora } » n’est aucun de vos sujets ; il est donc laissé de côté. Son fichier peut être importé dans « Accueil ».
found-no-base-model = Son modèle de base « { $model } » n’est pas ici ; le choix automatique est pris à la place.
found-noise-of-card = { $program } a tiré son bruit sur la carte graphique ; la même graine donne donc une autre image ici.
found-noise-unsaid = Elle ne dit pas où son bruit a été tiré ; si c’est sur la carte graphique, sa graine donne une autre image ici.
comfy-noise-here = { $sampler } tire son bruit frais autrement dans ComfyUI ; c’est donc une autre image ici.
comfy-computed-here = { $sampler } se calcule autrement dans ComfyUI ; c’est donc une autre image ici.
graph-text-encoder-strength = la force de « { $lora } » dans l’encodeur de texte
graph-several-pictures = il y a { NUMBER($count, useGrouping: 0) } images enregistrées dans le graphe, dont la première a été lue
graph-part-alone = le fait que { $value } ne vaut que pour une partie de l’image
graph-words-of-part = dans { $value }, les mots d’une partie de l’image : « { $words } »
graph-words-added = dans { $value }, les mots ajoutés : « { $words } »
graph-weight = le fait que « { $words } » compte { $weight } fois ({ $near } ici)
graph-so-many-times = { NUMBER($count, useGrouping: 0) } fois { $what }
comfy-noise-there = { $sampler } y tire son bruit frais autrement.
comfy-computed-there = { $sampler } s’y calcule autrement.
comfy-noise-levels = Les niveaux de bruit utilisés par { $sampler } n’y sont les mêmes qu’avec { NUMBER($steps, useGrouping: 0) } étapes.
comfy-loras-everywhere = Tous les LoRA y agissent partout ; ici, chaque sujet a gardé sa propre place.
comfy-no-places = Les sujets n’y ont pas de places.
comfy-one-picture = C’est là-bas une seule image, pas une planche de plusieurs.
comfy-curly-brackets = Sa page choisit parmi des mots entre { "{" }accolades{ "}" } et ignore ce qui suit // ou /*.
comfy-embedding = « embedding: » y charge un fichier ; ici, c’est un mot.
comfy-long-prompt = Un prompt aussi long que celui-ci peut y être coupé à d’autres mots.
comfy-choose-start = Là-bas, choisissez l’image de départ dans le nœud Load Image.
person-id-not-plain = Identifiant d’une personne : « { $id } » ne va pas ; prenez 1 à 40 caractères parmi a-z et 0-9.

## ---- Errors: models, the Hub, engines, the folder

weights-kind-empty = vide : il ne contient pas de poids
weights-gone = { $name } n’est pas là (ou plus). Remettez-le, ou choisissez-en un autre.
weights-not-read = Impossible de lire { $name } ({ $error }). Remettez-le, ou choisissez-en un autre.
weights-empty = un fichier vide ; téléchargez-le à nouveau
auto-chosen-at-start = Il a été choisi avec --base-model.
auto-not-known-yet = Cuddle regarde encore si cet ordinateur a une carte graphique.
auto-without-card = Cet ordinateur n’a pas de carte graphique que Cuddle puisse utiliser ; { $title } en demande une.
auto-card-too-small = La carte graphique a { NUMBER($there, useGrouping: 0) } Go ; { $title } demande { $needed } Go ou plus.
auto-card-large-enough = La carte graphique a { NUMBER($there, useGrouping: 0) } Go, c’est assez pour { $title }.
photos-drawn-by = Choisissez { $title } dans « Plus de réglages » ; la carte graphique d’ici est assez grande pour cela.
photos-drawn-elsewhere = Pour de vraies photos, lancez Cuddle sur un ordinateur avec une carte graphique de { $needed } Go ou plus, ou choisissez { $title } dans « Plus de réglages », ce qui prend des heures ici ; pour essayer Cuddle tout de suite, prenez les photos d’exemple.
photo-beyond-pocket = Le modèle Pocket ne sait pas dessiner la photo { NUMBER($number, useGrouping: 0) } : il ne connaît que son petit monde de dessin animé, et une leçon sur d’autres photos finit en éclats de couleur. { $instead }
lesson-too-long-on-cpu = Cette leçon sur { $title } prendrait entre { $least } et { $most } ici, où Cuddle travaille sur le processeur ({ $samples } regards sur les photos, { $tflop } TFLOP chacun). Il lui faut une carte graphique de { $needed } Go ou plus ; choisissez le modèle Pocket, ou lancez Cuddle sur un ordinateur avec une telle carte.
some-days = { NUMBER($count, useGrouping: 0) } jours
some-hours = { NUMBER($count, useGrouping: 0) } heures
some-minutes = { NUMBER($count, useGrouping: 0) } minutes
base-model-pickle = { $file } est un fichier pickle ({ $suffix }), qui n’est jamais ouvert parce qu’il peut exécuter des programmes. Prenez ce modèle au format .safetensors, ou un autre.
base-model-no-safetensors = { $file } n’est pas un fichier .safetensors. Un modèle Stable Diffusion XL ou 1.5 complet qui finit par .safetensors convient, tout comme un dossier diffusers.
base-model-unknown = Il n’y a pas de modèle de base « { $name } ». Conviennent : auto, { $known }, un dossier ou un fichier .safetensors d’un modèle Stable Diffusion XL ou 1.5 sur cet ordinateur, ou un dépôt du Hub écrit owner/name.
base-model-file-gone = { $file } n’est pas là (ou plus). Remettez-le, ou choisissez un autre modèle de base.
base-model-not-at = Le modèle de base { $title } ne se trouve pas à l’endroit { $place }. Remettez-le, ou choisissez-en un autre.
base-model-not-in-folder = Le modèle de base { $title } n’est pas dans { $folder }. Remettez-le là, ou choisissez-en un autre.
base-model-not-opened = Impossible d’ouvrir { $title }, dans { $place } ({ $error }). Un modèle { $family } complet convient : copiez-le ou téléchargez-le à nouveau.
base-model-without-part = { $title }, dans { $folder }, n’a pas de dossier « { $part } ». Un dossier diffusers complet convient : copiez-le ou téléchargez-le à nouveau.
base-model-of-another-family = { $title } est un modèle { $family } et a été pris pour un modèle { $taken_for }. Cuddle le sait maintenant : choisissez-le encore une fois, et recommencez.
base-model-predicts-other = { $title } prédit « { $predicted } » ; Cuddle travaille avec des modèles qui prédisent du bruit ou de la vélocité, comme SDXL base. Choisissez l’un d’eux.
base-model-not-portable = Le modèle de base { $name } est un fichier ou un dossier de cet ordinateur, et le travail se fait sur une autre machine, où il ne veut rien dire. Choisissez pocket, sdxl, sd15 ou un dépôt du Hub écrit owner/name, ou lancez Cuddle sans --engine pour travailler ici.
family-unknown = { $title } est de la famille « { $family } » ; conviennent : { $fine }.
subject-of-another-family = { $name } vient d’une leçon sur { $family } et ne va pas avec { $title }. Choisissez des sujets appris sur le même modèle de base, et ce modèle de base ou auto.
subject-base-model-gone = { $name } vient d’une leçon sur { $base_model }, qui ne peut plus être utilisé : { $why } Tout autre modèle { $family } va aussi : choisissez-en un pour l’image.
device-unknown = Il n’y a pas d’appareil « { $device } » ; conviennent : auto, { $fine }.
device-not-usable = L’appareil « { $device } » n’est pas utilisable sur cet ordinateur ; conviennent ici : auto, { $fine }.
sampler-not-for-flow = { $sampler } ne fonctionne pas sur ce modèle de base. Choisissez l’un de ceux-ci : { $fine }.
picture-overflowed = L’image est sortie vide (ses nombres ont débordé). Choisissez une échelle de guidage ou des forces de ressemblance plus petites, et réessayez.
base-model-refused = { $name } est { $what }. Ce qui convient : un modèle Stable Diffusion XL ou 1.5 complet en fp16, bf16 ou fp32 ; choisissez-en un autre.
kind-unknown = un modèle que Cuddle ne connaît pas (sa première partie est « { $part } »)
kind-without-text-encoder = un modèle { $title } sans son encodeur de texte, donc incomplet
kind-without-autoencoder = un modèle { $title } sans son auto-encodeur, donc incomplet
kind-of-pipeline = un modèle du type { $pipeline }
kind-with-channels = un modèle qui prend des images en entrée ({ $channels } canaux au lieu de 4)
kind-of-width = un Stable Diffusion d’une autre largeur ({ $width })
kind-inpainting = un modèle d’inpainting, qui comble des trous dans les images (9 canaux d’entrée au lieu de 4)
kind-sd2 = un modèle Stable Diffusion 2
kind-refiner = le refiner SDXL, qui ne fait que finir les images du modèle de base
kind-lora = un LoRA, pas un modèle de base. Dans « Accueil », il peut être importé comme sujet
kind-controlnet = un ControlNet, pas un modèle de base
kind-video = un modèle pour vidéos
kind-flux = un modèle Flux
kind-sd3 = un modèle Stable Diffusion 3
kind-other-channels = un modèle qui prend des images en entrée (sa première couche a un autre nombre de canaux que 4)
kind-quantised = un modèle enregistré sur moins de 16 bits par nombre (fp8 ou quantifié), sur lequel une leçon ne peut pas s’appuyer
kind-cut-down-sdxl = un plus petit parent de Stable Diffusion XL (comme SSD-1B), dont la forme en un seul fichier n’est pas lue
kind-text-encoder = un encodeur de texte seul
kind-autoencoder = un auto-encodeur (VAE) seul
kind-unet = un UNet seul, sorti d’un dossier diffusers ; donnez le dossier entier
kind-embedding = un embedding (textual inversion), pas un modèle de base
folder-no-diffusers = { $folder } n’est pas un dossier diffusers : il y manque un { $file } lisible. Copiez ou téléchargez à nouveau le dossier entier.
folder-without-configuration = Dans { $folder }, il manque un { $file } lisible. Copiez ou téléchargez à nouveau le dossier entier.
configuration-damaged = { $file } est abîmé. Copiez-le ou téléchargez-le à nouveau.
file-is-other = { $name } est { $what }.
file-cut-off = { $name } est coupé : { $there } sur { $whole } sont là. Téléchargez-le à nouveau.
file-damaged = { $name } n’est pas un fichier .safetensors, ou il est abîmé. Téléchargez-le à nouveau, ou choisissez-en un autre.
amount-bytes = { $number } octets
amount-kilobytes = { $number } ko
amount-megabytes = { $number } Mo
amount-gigabytes = { $number } Go
file-text = un fichier texte (il commence par « { $text } »), pas un fichier .safetensors ; choisissez-en un autre
file-no-safetensors = autre chose qu’un fichier .safetensors, ou un fichier abîmé ; téléchargez-le à nouveau, ou choisissez-en un autre
file-git-lfs = un pointeur de Git LFS, pas le fichier lui-même ; lancez 'git lfs pull', ou téléchargez le fichier
file-web-page = une page web ; téléchargez le fichier lui-même, pas la page qui en parle
file-gguf = un fichier GGUF, que Cuddle ne lit pas
file-pickle-or-zip = un fichier pickle ou zip (.ckpt, .pt), qui n’est jamais ouvert parce qu’il peut exécuter des programmes
file-pickle = un fichier pickle (.ckpt, .pt), qui n’est jamais ouvert parce qu’il peut exécuter des programmes
lora-fine = Un LoRA en fichier .safetensors, fait pour le même modèle de base, convient
lora-of-other-kind = { $name } est { $what } ; Cuddle n’importe pas cela. { lora-fine }.
other-oft = un fichier OFT
other-ia3 = un fichier IA3 (LyCORIS)
other-differences = un fichier de différences entières (LyCORIS)
other-glora = un GLoRA (LyCORIS)
other-norms = un fichier LyCORIS qui change des normes
other-embedding = un embedding
other-controlnet = un ControlNet
other-whole-model = un modèle entier
other-flux = un LoRA pour Flux ou pour un modèle du même genre
other-sd3-or-flux = un LoRA pour Stable Diffusion 3 ou Flux
lora-of-other-numbers = { $name } contient sa partie « { $part } » en { $type }, et ce ne sont pas des nombres de LoRA. Conviennent : fp32, fp16, bf16 et fp8 (e4m3 ou e5m2) ; enregistrez-le à nouveau dans l’un d’eux.
lora-part-empty = { $name } est abîmé : sa partie « { $part } » ne contient pas de nombres. Téléchargez-le à nouveau. { lora-fine }.
lora-too-large = { $name } fait { $size } Go ; les fichiers LoRA conviennent jusqu’à { $most } Go.
lora-of-other-family = { $name } est un LoRA pour { $family } et ne va pas avec { $title }. Choisissez le modèle de base pour lequel il a été fait, ou un autre fichier.
lora-none-in-file = { $name } ne contient pas de LoRA (sa première partie est « { $part } »). { lora-fine }.
lora-part-not-there = { $name } ne va pas avec { $title } : sa partie « { $part } » n’y existe pas. { lora-fine }.
lora-layer-twice = { $name } change « { $layer } » deux fois, sous deux noms ; il est donc abîmé. { lora-fine }.
lora-of-text-alone = { $name } ne change que les encodeurs de texte, qui sont laissés de côté ici. { lora-fine }.
lora-layer-incomplete = { $name } est incomplet : « { $layer } » n’a que { $parts }. { lora-fine }.
lora-layer-of-other-size = { $name } ne va pas avec { $title } : son changement sur « { $layer } » est { $sizes }, et la couche du modèle de base va de { NUMBER($inputs, useGrouping: 0) } à { NUMBER($outputs, useGrouping: 0) }. { lora-fine }.
lora-not-finite = { $name } est abîmé : « { $layer } » contient des nombres qui ne sont pas finis. { lora-fine }.
lora-change-too-large = { $name } est abîmé : son changement sur « { $layer } » est si grand (des nombres de 65504, où finit la demi-précision, ou un poids changé de plus de { $most }) qu’aucune image ne pourrait être faite avec lui. Téléchargez-le à nouveau, ou choisissez-en un autre.
lora-file-broken = { $name } n’est pas un fichier .safetensors, ou il est abîmé. { lora-fine } ; les fichiers plus anciens .pt et .ckpt ne sont jamais ouverts, parce qu’ils peuvent exécuter des programmes.
hub-log-in = connectez-vous sur cet ordinateur avec '.venv/bin/hf auth login'
hub-no-token = Cuddle n’a pas encore de jeton Hugging Face. Créez-en un qui peut écrire sur { $page }, puis { hub-log-in } (ou définissez HF_TOKEN avant de lancer Cuddle).
hub-no-token-on-space = Ce Space n’a pas de jeton Hugging Face. Ouvrez ses Settings, ajoutez sous « Variables and secrets » un secret nommé HF_TOKEN avec un jeton de { $page } qui peut écrire, et gardez le Space privé : toute personne qui l’ouvre pourrait publier en votre nom.
hub-shared = Cuddle est ouvert à d’autres par un lien public, et chacun y publierait en votre nom. Lancez-le sans --share pour publier.
hub-token-no-token = Ce qui est gardé comme jeton Hugging Face contient des caractères qu’aucun jeton n’a. Copiez-en un nouveau sur { $page }, sans espaces ni guillemets, et donnez-le à Cuddle à la place de l’ancien.
hub-token-may-only-read = Le jeton Hugging Face au nom de { $name } ne peut que lire. Créez-en un qui peut écrire sur { $page }, et donnez-le à Cuddle à la place de celui-ci.
hub-token-unknown = Le Hugging Face Hub ne connaît pas le jeton qui est ici (401) ; il a peut-être été supprimé. Créez-en un nouveau sur { $page }, donnez-le à Cuddle à la place de l’ancien, et réessayez.
hub-token-without-right = Le jeton Hugging Face qui est ici n’a pas le droit de faire cela avec { $what } (403). Créez-en un qui peut écrire sur { $page }, donnez-le à Cuddle à la place de l’ancien, et réessayez.
your-account = votre compte
hub-offline = Cuddle a été lancé avec HF_HUB_OFFLINE ; il ne demande donc rien au Hugging Face Hub. Lancez-le sans cette variable, et réessayez.
hub-answer-not-its-own = Ce qui est arrivé pour { $what } n’est pas une réponse du Hugging Face Hub. Ce réseau demande peut-être une connexion : ouvrez { $address } dans un navigateur, puis réessayez.
hub-not-reached = Impossible de joindre le Hugging Face Hub pour { $what } ({ $type }). Vérifiez la connexion à internet, puis réessayez ; rien n’est perdu ici.
hub-gated = { $what } est soumis à une licence. Ouvrez-le sur { $address } dans un navigateur, acceptez-y sa licence, { hub-log-in }, et réessayez.
hub-asked-too-often = Le Hugging Face Hub a été sollicité trop souvent (429). Réessayez dans quelques minutes ; rien n’est perdu ici.
hub-asked-too-often-for =
    { $minutes ->
        [one] Le Hugging Face Hub a été sollicité trop souvent (429). Réessayez dans { NUMBER($minutes, useGrouping: 0) } minute ; rien n’est perdu ici.
       *[other] Le Hugging Face Hub a été sollicité trop souvent (429). Réessayez dans { NUMBER($minutes, useGrouping: 0) } minutes ; rien n’est perdu ici.
    }
hub-in-trouble = Le Hugging Face Hub a lui-même des difficultés ({ NUMBER($status, useGrouping: 0) }). Réessayez avec { $what } dans quelques minutes ; rien n’est perdu ici.
hub-not-found = { $what } n’existe pas sur le Hugging Face Hub, ou c’est privé. Vérifiez le nom ; si c’est privé, { hub-log-in } avec un compte qui peut le lire, et réessayez.
hub-name-taken = Le nom { $what } est déjà pris sur le Hugging Face Hub par autre chose (409). Choisissez un autre nom, et réessayez.
hub-refused = Le Hugging Face Hub a refusé { $what } ({ NUMBER($status, useGrouping: 0) }). Changez cela, et réessayez.
hub-refused-saying = Le Hugging Face Hub a refusé { $what } ({ NUMBER($status, useGrouping: 0) } : { $answer }). Changez cela, et réessayez.
hub-no-name = « { $given } » n’est pas un nom sur le Hugging Face Hub. Donnez owner/name, par exemple anna/dumpling-lora, ou l’adresse de sa page.
hub-name-not-possible = « { $name } » ne peut pas être un nom sur le Hub ; les lettres a-z, les chiffres, '-', '_' et '.' conviennent, jusqu’à 96 en tout, par exemple dumpling-lora.
hub-owner-not-own = Le jeton qui est ici est au nom de { $name } et ne peut pas publier sous { $owner } ; conviennent : { $fine }.
hub-address-elsewhere = « { $address } » est une adresse d’ailleurs. Les LoRA viennent du Hugging Face Hub : donnez owner/name, ou l’adresse de sa page là-bas.
hub-whole-model = { $repository } est un modèle entier et pas un LoRA. Il peut servir de modèle de base : choisissez-le comme tel, ou donnez un autre dépôt ici.
hub-several-files = { $repository } contient { NUMBER($count, useGrouping: 0) } fichiers : { $files }. Dites lequel, par exemple { $repository }/{ $first }.
hub-file-not-there = { $repository } n’a pas de fichier { $file } ; il y a : { $there }.
hub-nothing-there = aucun fichier .safetensors
hub-file-no-safetensors = { $file } n’est pas un fichier .safetensors ; seuls ces fichiers sont importés.
hub-file-pickle = { $file } est un pickle, qui n’est jamais ouvert parce qu’il peut exécuter des programmes. Seuls les fichiers .safetensors sont importés : donnez un autre fichier ou dépôt.
hub-repository-pickle = Ce que contient { $repository } est un pickle, qui n’est jamais ouvert parce qu’il peut exécuter des programmes. Seuls les fichiers .safetensors sont importés : donnez un autre fichier ou dépôt.
hub-repository-without-lora = { $repository } ne contient aucun fichier .safetensors ; il n’y a donc pas de LoRA à importer. Donnez-en un autre.
hub-file-damaged = { $file } est arrivé abîmé et a été retiré. Réessayez ; si cela se reproduit, vérifiez la connexion et le disque.
hub-file-without-room = { $file } demande { $needed } Go sur le disque, et il y reste { $free } Go. Libérez de la place, et réessayez.
hub-part-damaged = { $file }, pour { $title }, est arrivé abîmé et a été retiré. Réessayez ; si cela se reproduit, vérifiez la connexion et le disque.
hub-cache-without-room = { $title } demande { $needed } Go sur le disque où se trouve { $folder }, et il y reste { $free } Go. Libérez de la place, ou réglez HF_HOME sur un dossier d’un disque plus grand, et réessayez.
hub-helper-gone = { $repository }, sur le Hub, n’a plus de { $file }. Choisissez un échantillonneur qui se passe de LoRA de complément, comme DPM++ 2M AYS.
hub-no-diffusers-model = { $repository }, sur le Hub, n’a pas de model_index.json ; ce n’est donc pas un modèle diffusers. Choisissez un dépôt au format diffusers, ou téléchargez son fichier .safetensors et donnez celui-ci.
hub-no-safetensors = { $repository }, sur le Hub, n’a pas de poids .safetensors pour « { $folder } ». Les pickles ne sont jamais ouverts, parce qu’ils peuvent exécuter des programmes ; choisissez un dépôt qui a des fichiers .safetensors.
base-model-gated = { $repository } est soumis à une licence. Ouvrez https://huggingface.co/{ $repository } dans un navigateur, acceptez-y sa licence, { hub-log-in }, et réessayez.
base-model-not-on-hub = Il n’y a pas de modèle « { $repository } » sur le Hugging Face Hub, ou il est privé. Vérifiez le nom ; s’il est privé, { hub-log-in }, et réessayez.
base-model-not-let-go =
    Le Hugging Face Hub n’a pas laissé sortir { $title } ({ NUMBER($status, useGrouping: 0) }).{ $kept ->
        [some] { " " }{ $done } Go sur { $total } sont ici et y restent ; le prochain essai continue de là.
       *[none] { "" }
    } Connectez-vous sur cet ordinateur avec '.venv/bin/hf auth login', avec un compte qui peut le lire, et réessayez.
base-model-answered =
    Le Hugging Face Hub a répondu { NUMBER($status, useGrouping: 0) } à la demande pour { $title }.{ $kept ->
        [some] { " " }{ $done } Go sur { $total } sont ici et y restent ; le prochain essai continue de là.
       *[none] { "" }
    } Réessayez dans quelques minutes.
base-model-not-downloaded =
    { $title } doit d’abord être téléchargé, et le Hugging Face Hub est injoignable ({ $type }).{ $kept ->
        [some] { " " }{ $done } Go sur { $total } sont ici et y restent ; le prochain essai continue de là.
       *[none] { "" }
    } Vérifiez la connexion à internet, puis réessayez ; le modèle Pocket se passe de téléchargement.
repository-taken = { $place } sur le Hub contient { $what }. Choisissez un autre nom, ou dites qu’il peut être remplacé ; rien n’y a été changé.
holding-something-else = quelque chose que Cuddle n’a pas publié ({ $file })
holding-another-subject = un autre sujet, { $name }
holding-a-subject = un sujet publié auparavant
publish-file-missing = Il n’y a pas de fichier { $format } pour { $name } ; refaites la leçon pour publier.
publish-files-missing = Il faut les deux fichiers LoRA pour publier { $name }.
publish-under-way = { $place } est déjà en cours de publication ; attendez la fin, ou annulez d’abord.
publish-picture-not-offered = L’image « { $id } » ne peut pas être publiée avec { $name }. Conviennent les images qui montrent { $name } sans personne d’autre et qui sont parties de mots, ainsi que les dessins de la leçon.
publish-too-many-pictures = Vous avez choisi { NUMBER($count, useGrouping: 0) } images ; jusqu’à { NUMBER($most, useGrouping: 0) } sont montrées sur le Hub.
publish-file-not-made = Cuddle n’a pas fait le fichier « { $file } » ; seuls les siens peuvent être publiés.
publish-picture-gone = L’image { $file } n’est plus là ; choisissez-en d’autres à publier.
publish-picture-not-read = Impossible de lire l’image { $file } ; choisissez-en d’autres à publier.
publish-lora-gone = Le fichier LoRA { $file } pour { $name } n’est plus là ; publiez { $name } à nouveau.
publish-name-no-model = Le nom { $repository } est déjà pris sur le Hub par autre chose qu’un modèle. Choisissez un autre nom, et réessayez.
publish-not-whole = { $file } n’est pas arrivé entier dans { $repository }. Réessayez ; ce qui s’y trouve déjà n’est pas envoyé deux fois.
the-worker = Le worker
worker-of-several = Le worker { NUMBER($number, useGrouping: 0) } sur { NUMBER($count, useGrouping: 0) }
worker-not-looked-after = { $worker } n’a pas pu être surveillé : { $error }
worker-ended = { $worker } s’est arrêté.
worker-ended-with-code = { $worker } s’est arrêté avec le code { NUMBER($code, useGrouping: 0) } (worker.log dans le dossier de données en dit plus).
worker-silent = { $worker } ne répondait plus.
worker-starts-again = { $why } Il redémarre dans { NUMBER($seconds, useGrouping: 0) } s ; les tâches continuent toutes seules.
worker-not-registered = Le worker « { $id } » n’est pas inscrit ; inscrivez-le d’abord.
worker-given-up = La page a renoncé à ce worker ; ce qu’il faisait continue ailleurs.
worker-given-up-for-now = La page a renoncé à ce worker, car il n’a pas donné de nouvelles depuis un moment ou la page a maintenant un autre dossier de données. Il revient tout seul quand il n’a rien à faire.
worker-not-understood = Ce que dit le worker { $worker } est illisible ({ $type } : { $error }). Les deux machines ont besoin de la même version de Cuddle.
workers-too-many = --workers est à { NUMBER($workers, useGrouping: 0) }, mais chaque worker a besoin de sa propre carte graphique, et leur nombre est de { NUMBER($cards, useGrouping: 0) }. Choisissez de 1 à { NUMBER($cards, useGrouping: 0) }, ou omettez --workers.
shared-folder-without-worker = Il n’y a pas de worker dans le dossier partagé { $folder }. Sur la machine qui doit travailler, lancez python -m worker --shared-folder avec ce dossier.
shared-folder-no-digest = « { $name } » dans le dossier partagé n’est pas un SHA-256 ; quelque chose d’autre y écrit aussi.
page-says-unknown = La page dit « { $what } », que cette version de Cuddle ne connaît pas.
job-taken-from-worker = La tâche { $id } a été retirée à ce worker ; cessez d’y travailler.
data-folder-path-too-long = Le chemin du dossier de données est trop long : avec { $name }, il prend { NUMBER($bytes, useGrouping: 0) } octets, et SQLite ouvre des fichiers jusqu’à { NUMBER($most, useGrouping: 0) }. Choisissez-en un plus court avec --data-folder.
data-folder-not-removed = Le dossier de données lui-même n’est jamais supprimé ; supprimez un fichier ou un dossier qui s’y trouve.
file-outside-folder = « { $file } » est en dehors du dossier de données { $folder } ; seuls les fichiers qui s’y trouvent sont utilisés.
file-name-not-plain = « { $name } » ne peut pas nommer un fichier ; prenez les lettres a-z, les chiffres, '_', '.' et '-'.
a-file = Un fichier
database-migrating-elsewhere = { $path } est mis à jour par un autre Cuddle depuis plus de { NUMBER($seconds, useGrouping: 0) } secondes. Fermez l’autre, puis relancez.
database-of-another-program = { $path } est une base de données, mais pas une de Cuddle. Choisissez un autre dossier de données avec --data-folder, ou déplacez ce fichier.
database-newer = { $path } a été écrit par un Cuddle plus récent (sa version est « { $version } »). Lancez ce Cuddle plus récent, ou choisissez un autre dossier de données avec --data-folder ; rien n’a été changé.
database-not-writable = Impossible d’écrire dans { $path }. Donnez-vous le droit d’écrire dans ce fichier et son dossier, ou choisissez un autre dossier de données avec --data-folder.
database-not-opened = Impossible d’ouvrir { $path }. Donnez-vous le droit de lire et d’écrire ce fichier et son dossier, ou choisissez un autre dossier de données avec --data-folder.
database-no-database = { $path } n’est pas une base de données, ou elle est abîmée. Déplacez-le et relancez, ou choisissez un autre dossier de données avec --data-folder.
database-damaged = { $path } est abîmé. Remettez-en une copie d’avant, ou déplacez-le et relancez ; les photos, les fichiers LoRA et les images se trouvent à côté et ne sont pas touchés.
database-in-use = { $path } a été utilisé par un autre programme pendant { NUMBER($seconds, useGrouping: 0) } secondes. Fermez les programmes qui l’ont ouvert, puis réessayez.
database-disk-error = Le disque où se trouve { $path } a signalé une erreur. Vérifiez qu’il est branché et qu’il a de la place libre, puis relancez.
picture-not-found = Il n’y a pas (ou plus) d’image « { $id } » ; l’Album montre celles qui existent.
subject-not-found = Il n’y a pas (ou plus) de sujet nommé « { $name } » ; choisissez parmi ceux qui sont appris.
subject-name-taken = Il y a déjà un sujet nommé « { $name } » ; choisissez un autre nom, ou supprimez celui-là.
trigger-word-taken = Le mot déclencheur « { $word } » appartient déjà à { $name } ; choisissez-en un autre.
lesson-without-photos = Cette leçon n’a pas de photos ; donnez-en au moins 3.
photo-learned-and-aside = La photo { $photo } est à la fois apprise et mise de côté ; choisissez l’un des deux.
caption-without-photo = Il y a une légende pour { $name }, mais pas de telle photo dans cette leçon.
place-not-a-box = La place pour { $name } est { $box } ; donnez gauche, haut, droite, bas entre 0 et 1, gauche plus petit que droite et haut plus petit que bas.
subjects-too-many = Vous avez choisi { NUMBER($count, useGrouping: 0) } sujets ; une image en accepte jusqu’à { NUMBER($most, useGrouping: 0) }.
subjects-not-possible = Sujets sur cette image : { NUMBER($count, useGrouping: 0) } ; 1 à { NUMBER($most, useGrouping: 0) } conviennent.
larger-version-too-large = La version agrandie ferait { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels ; jusqu’à { NUMBER($most, useGrouping: 0) } de chaque côté conviennent. Choisissez une taille plus petite, ou un agrandissement moindre.
grid-of-several-seeds = Une grille montre une seule graine, et { NUMBER($count, useGrouping: 0) } images sont demandées ; demandez-en 1.
trigger-word-not-plain = Mot déclencheur : « { $word } » ne va pas ; prenez 1 à 40 caractères parmi a-z et 0-9.
stored-values-unknown = Un { $type } enregistré contient { $names } ; celui-ci contient { $found }.
resolution-not-multiple = La résolution est { NUMBER($resolution, useGrouping: 0) } ; choisissez un multiple de 8, par exemple 256 ou 1024.
recipe-values-unknown = Une recette contient { $names } ; celle-ci contient { $found }.
option-unknown = Il n’y a pas d’option « { $option } » ; les options sont : { $options }.
steps-contradict-samples =
    { $counted ->
        [checkpoint_every_samples] Les étapes entre deux checkpoints sont { NUMBER($steps, useGrouping: 0) } et les regards entre deux checkpoints { NUMBER($samples, useGrouping: 0) }
        [sample_every_samples] Les étapes entre deux images d’essai sont { NUMBER($steps, useGrouping: 0) } et les regards entre deux images d’essai { NUMBER($samples, useGrouping: 0) }
       *[samples] Les étapes sont { NUMBER($steps, useGrouping: 0) } et les regards { NUMBER($samples, useGrouping: 0) }
    }, mais avec une taille de lot de { NUMBER($batch_size, useGrouping: 0) }, { NUMBER($steps, useGrouping: 0) } étapes font { NUMBER($seen, useGrouping: 0) } regards sur les photos. Donnez l’un des deux.

## ---- Jobs: what they say while they run, and how they fail

job-state-queued = en attente
job-state-running = en cours
job-state-paused = en pause
job-state-done = terminée
job-state-failed = en échec
job-state-cancelled = annulée
job-state-interrupted = interrompue
job-cannot-become = Cette tâche est { $state } ; elle ne peut pas devenir « { $other } ». Rechargez la page pour voir où elle en est.
job-not-found = Il n’y a pas de tâche « { $id } » ; la file montre celles qui existent.
job-not-running = La tâche { $id } est { $state } ; seule une tâche en cours avance. Cessez d’y travailler.
job-not-paused = Cette tâche est { $state } ; seule une tâche en pause peut être reprise.
job-not-waiting = Cette tâche est { $state } ; seule une tâche qui attend dans la file peut être déplacée.
job-not-failed = Cette tâche est { $state } ; seule une tâche en échec ou annulée peut être réessayée.
job-position-too-small = La position est { NUMBER($position, useGrouping: 0) } ; la première place dans la file est 1.
job-no-lesson-to-finish = Seule une leçon peut être finie plus tôt ; annulez plutôt cette tâche.
job-about-to-be-cancelled = Cette tâche est déjà en train d’être annulée.
job-over =
    Cette tâche est déjà { $state } ; seule une tâche en attente ou en cours peut être { $command ->
        [pause] mise en pause
        [finish] finie plus tôt
       *[cancel] annulée
    }.
lesson-without-step = Cette leçon n’a pas encore fait une étape ; il n’y a donc rien à garder. Attendez quelques étapes, ou annulez-la.
lesson-subject-deleted = Le sujet de cette leçon a été supprimé, et ses photos avec lui. Présentez-le à nouveau.
lesson-photos-gone = Les photos de cette leçon ne sont plus là. Présentez à nouveau le sujet avec ses photos.
downloading = Téléchargement, { $what } : { $done } sur { $total } { $unit }
uploading = Envoi vers { $what } : { $done } sur { $total } { $unit }
getting-ready = Préparation.
loading-base-model = Chargement du modèle de base.
lesson-looking = Cuddle regarde les photos.
lesson-picture-in-between = Cuddle fait une image d’essai.
lesson-class-pictures = Cuddle fait des images de la catégorie « { $kind } » : { NUMBER($made, useGrouping: 0) } sur { NUMBER($count, useGrouping: 0) }.
lesson-too-slow = Les étapes sont devenues dix fois plus lentes, comme lorsque la mémoire de la carte graphique est pleine : fermez les autres programmes qui l’utilisent.
plan-fast =
    { $rows ->
        [one] Une photo à la fois
       *[other] { NUMBER($rows, useGrouping: 0) } photos à la fois
    } : il faut { NUMBER($needed, useGrouping: 0) } des { NUMBER($free, useGrouping: 0) } Go libres de la carte graphique.
plan-partly-twice =
    { $rows ->
        [one] Une photo à la fois
       *[other] { NUMBER($rows, useGrouping: 0) } photos à la fois
    }, et une partie de chaque étape calculée deux fois : il faut { NUMBER($needed, useGrouping: 0) } des { NUMBER($free, useGrouping: 0) } Go libres de la carte graphique.
plan-twice =
    { $rows ->
        [one] Une photo à la fois
       *[other] { NUMBER($rows, useGrouping: 0) } photos à la fois
    }, et chaque étape calculée deux fois : il faut { NUMBER($needed, useGrouping: 0) } des { NUMBER($free, useGrouping: 0) } Go libres de la carte graphique.
comparing-with-photos = Comparaison avec les photos.
all-found = On retrouve bien { $names }.
all-found-in-pictures =
    { $pictures ->
        [one] On retrouve bien { $names } sur l’image.
       *[other] On retrouve bien { $names } sur les { NUMBER($pictures, useGrouping: 0) } images.
    }
found-in-one = { $parts }.
some-found =
    { $count ->
        [one] { $names } est bien là
       *[other] { $names } sont bien là
    }
not-clearly-seen =
    { $count ->
        [one] { $names } ne se voit pas clairement, essayez une autre graine
       *[other] { $names } ne se voient pas clairement, essayez une autre graine
    }
try-another-seed = { $seen }. Essayez une autre graine.
not-clearly-seen-in =
    { $place ->
        [first] Sur
       *[later] sur
    } l’image { NUMBER($picture, useGrouping: 0) }, { $names } { $count ->
        [one] ne se voit
       *[other] ne se voient
    } pas clairement
little-like =
    { $count ->
        [one] { $names } ressemble peu à ses photos, essayez une autre graine.
       *[other] { $names } ressemblent peu à leurs photos, essayez une autre graine.
    }
little-like-in =
    { $count ->
        [one] Peu de ressemblance avec ses photos : { $each }.
       *[other] Peu de ressemblance avec leurs photos : { $each }.
    }
name-in-pictures = { $name } sur l’image { $pictures }
summed-because = Fait par somme simple : garder à chaque sujet son identité ne va pas encore avec { $what }.
obstacle-base-model = le modèle de base { $title }
obstacle-subjects = plus de { NUMBER($most, useGrouping: 0) } sujets
obstacle-start = une image de départ
obstacle-sampler = l’échantillonneur { $sampler }
obstacle-text-layers = le LoRA pour { $name }, qui change aussi la lecture des mots
obstacle-weight = un poids sur { $name } qui laisse sa catégorie de côté
larger-adds-everywhere = La deuxième passe de la version agrandie ajoute les sujets partout.
import-embeddings-left-out = Le fichier contient aussi des embeddings ({ $first } …), laissés de côté : { NUMBER($count, useGrouping: 0) } en tout ; le LoRA est entier sans eux.
import-own-words = Le fichier a été appris avec les mots « { $words } » ; écrivez-les aussi dans vos prompts.
job-cancelled = Annulé.
job-failed = Cela n’a pas marché, et rien ne dit pourquoi. Réessayez.
message-of-another-version = Une autre version de Cuddle a noté ce qui s’est passé ici ({ $key }), et celle-ci n’a pas de mots pour cela.
job-stopped-unexpectedly = Quelque chose d’inattendu a arrêté cette tâche ({ $type } : { $error }). Ses photos et ses réglages sont gardés : réessayez ; si elle s’arrête encore, « { job-log } » sous « { activity } » montre où.
job-stopped-in-vain = Le worker s’est arrêté { NUMBER($times, useGrouping: 0) } fois sur cette tâche sans avancer. Ses photos et ses réglages sont gardés : réessayez, avec une taille ou un lot plus petits si la mémoire manquait ; worker.log dans le dossier de données en dit plus.
memory-too-small = Il y avait trop peu de mémoire pour cela. Fermez les autres programmes qui utilisent la carte graphique ou la mémoire, ou choisissez une taille ou un lot plus petits, et réessayez.
lesson-photo-gone = La photo { $photo } de cette leçon n’est plus là. On ne peut pas apprendre de photos supprimées entre-temps : refaites la leçon pour ce sujet avec ses photos.
lesson-photo-not-read = La photo { $photo } de cette leçon ne peut plus être lue. Refaites la leçon pour ce sujet avec ses photos.
lesson-numbers-ran-away = Les nombres de la leçon se sont emballés à l’étape { NUMBER($step, useGrouping: 0) }. Ses photos et ses réglages sont gardés : réessayez avec un taux d’apprentissage plus petit, par exemple la moitié.
lesson-subject-gone = On a supprimé { $name } entre-temps ; il n’y a donc plus personne à apprendre. Présentez à nouveau le sujet.
picture-subject-deleted = On a supprimé { $name } entre-temps ; cette image ne peut donc pas être faite. Faites-la sans ce sujet, ou présentez-le à nouveau.
picture-subject-not-ready = L’apprentissage n’est pas encore fini pour { $name } ; attendez la fin de la leçon, ou faites l’image sans.
start-picture-gone = L’image de départ n’est plus là. Choisissez-la à nouveau, ou partez sans.

## Home, the drawer of what goes on, and the lesson's story

activity = Activité
close-activity = Fermer
pill-left = { $name }, { $time }
pill-and-more = { $first } (+{ NUMBER($count, useGrouping: 0) })
pill-waiting = { NUMBER($count, useGrouping: 0) } en attente
pill-failed =
    { $count ->
        [one] Un problème
       *[other] { NUMBER($count, useGrouping: 0) } problèmes
    }
pill-pictures =
    { $count ->
        [one] Une image
       *[other] { NUMBER($count, useGrouping: 0) } images
    }
tell-me = Me prévenir quand c’est fini
tell-me-on = Cuddle vous prévient dès que quelque chose est fini, même quand cette page est en arrière-plan.
welcome = Présentez à Cuddle ceux que vous aimez avec quelques photos, puis réunissez-les sur une même image.
welcome-alt = Un chat roux tigré et une femme aux cheveux roux, ensemble sur une plage.
welcome-start = Commencer avec mes photos
welcome-try = Essayer { $first } et { $second }
welcome-help = Les photos restent sur l’ordinateur où tourne Cuddle.
home-make = Créer une image
home-make-one = Avec { $name }, tout est prêt pour une image.
home-make-two = Tous ceux ci-dessous dont la leçon est finie peuvent être réunis sur une même image.
newest-pictures = Dernières images
all-pictures = Toutes les images
make-first = Faire la première image
first-ideas = Quelques idées
details = Détails
story-photo = { $name } sur une photo
story-drawing = { $name } dans le dernier dessin de Cuddle
story-left = Leçon finie dans { $time } environ.
story-left-little = Leçon finie dans moins d’une minute.
teach-close = Retour à l’Accueil
samples-not-there = Les sujets d’exemple ne sont pas dans cette copie de Cuddle ; commencez plutôt avec vos propres photos.

## The form of Make

make-nobody-yet = Vous n’avez encore présenté personne à Cuddle. Vous pouvez déjà faire des images de tout ce que vous voulez ; présentez quelqu’un pour l’y voir.
teach-another = Présenter quelqu’un
make-prompt-help = En une phrase, avec leurs noms. (prompt)
make-button = Créer
expert = Expert
field-style = Le style
field-press = Le repère de l’appui sur le bouton
style-added = Le style ajoute : { $words }
press-known = Vous venez de demander exactement la même chose ; elle n’a donc pas été mise deux fois dans la file. Appuyez encore une fois pour en avoir plus.
quality-label = Quelle qualité ?
quality-draft = Brouillon
quality-draft-help = Un coup d’œil rapide
quality-good = Bonne
quality-good-help = Convient à la plupart des images
quality-best = Excellente
quality-best-help = Détails plus fins, plus long
quality-own = Aucune des trois : l’échantillonneur, les étapes ou le guidage ont été réglés dans « Expert ».
quality-seconds = environ { $seconds } s
quality-minutes = environ { $minutes } min
shape-label = Quel format ?
shape-square = Carré
shape-tall = Portrait
shape-wide = Paysage
shape-own = Une autre taille a été réglée dans « Expert » : { $size }.
style-label = Dans quel style ?
style-none = Tel quel
style-none-help = Aucun mot n’est ajouté
style-photo = Photo
style-film = Argentique
style-watercolour = Aquarelle
style-storybook = Livre illustré
style-pencil = Crayon
style-clay = Pâte à modeler
style-oil = Peinture à l’huile
style-other = Autres mots
style-own = Enregistrer un style à vous
style-name = Son nom
style-name-example = L’album de mamie
style-words = Les mots qu’il ajoute
style-words-example = faded colour photograph, white border, 1970s
style-save = L’enregistrer
style-empty = Il faut à un style un nom et des mots.
style-full = Il y a de la place pour 40 styles à vous ; supprimez-en un d’abord.
style-forget = Supprimer le style { $name }
examples-title = Idées pour la phrase
examples-surprise = Surprenez-moi
examples-back = Revenir à mes mots
examples-filled = Phrase remplie : { $sentence }
example-nobody = un chat
example-in-style = { $sentence } dans le style { $style }
example-windowsill = { $who } en pleine sieste sur un rebord de fenêtre ensoleillé
example-cardboard-box = { $who } pointant le nez hors d’un carton
example-bookshop = { $who } entre les rayons d’une vieille librairie
example-butterfly = { $who } observant un papillon dans un jardin
example-low-tide = { $who } courant sur la plage à marée basse
example-leaves = { $who } bondissant dans les feuilles d’automne
example-stream = { $who } pataugeant dans un torrent de montagne
example-car-window = { $who } la tête à la vitre d’une voiture, poil au vent
example-wildflowers = { $who } dans un pré de fleurs sauvages
example-blanket = { $who } sous une couverture en laine
example-cafe = { $who } riant dans un petit café, la pluie au-dehors
example-summit = { $who } au sommet d’une montagne au lever du soleil
example-flower-market = { $who } au marché aux fleurs, au printemps
example-bicycle = { $who } à vélo dans une vieille ville
example-baking = { $who } faisant du pain dans une cuisine lumineuse
example-umbrella = { $who } sous un parapluie rouge dans une rue pluvieuse
example-tea-party = { $who } prenant le thé sur une nappe de pique-nique
example-astronaut = { $who } sur la Lune, la Terre dans le ciel
example-wooden-table = { $who } sur une table en bois près d’une fenêtre
example-shop-window = { $who } dans une vitrine au crépuscule
example-sand = { $who } à moitié sous le sable d’une plage tranquille
example-moss = { $who } sur la mousse d’une forêt profonde
example-red-sofa = { $who } côte à côte sur un canapé rouge
example-picnic = { $who } en pique-nique au parc
example-rowing-boat = { $who } en barque sur un lac calme
example-cherry-tree = { $who } ensemble sous un cerisier en fleur
example-sunset = { $who } sur la plage au coucher du soleil
example-snowfall = { $who } sous une neige légère
example-balloon = { $who } en montgolfière au-dessus des nuages
example-autumn-forest = { $who } dans une forêt d’automne dorée
example-train = { $who } à la fenêtre d’un train de nuit
example-campfire = { $who } près d’un feu de camp sous les étoiles
example-library = { $who } dans une majestueuse bibliothèque ancienne
example-lantern-street = { $who } dans une rue pleine de lanternes en papier
example-lavender = { $who } dans un champ de lavande
example-harbour = { $who } dans un petit port de pêche
example-drawn-lying-room = { $who } en position allongée dans le salon
example-drawn-sitting-kitchen = { $who } en position assise dans la cuisine
example-drawn-waving-beach = { $who } faisant coucou sur la plage
example-drawn-hat-snow = { $who } avec un bonnet rouge dans la neige
example-drawn-beach = { $who } sur la plage
example-drawn-snow = { $who } dans la neige
example-drawn-forest = { $who } dans la forêt
example-drawn-city = { $who } dans une rue de la ville
example-drawn-room = { $who } dans le salon
example-drawn-meadow = { $who } dans un pré
example-drawn-desert = { $who } dans le désert
example-drawn-night = { $who } la nuit
example-drawn-kitchen = { $who } dans la cuisine
example-drawn-lake = { $who } au bord du lac

## Languages

language-label = Langue

## A part of a picture drawn again

part-not-one = Indiquez la partie de l’image à redessiner soit par un masque, soit par un cadre.
part-missing = Indiquez la partie de l’image à redessiner : par un masque, par un cadre, ou par un sujet dont la place dans l’image est connue.
part-not-a-box = Une partie d’image, ce sont gauche, haut, droite et bas entre 0 et 1, pas { $box }.
part-and-start = Une image part d’une autre, ou bien c’est une partie d’une autre qui est redessinée. Choisissez l’un des deux.
part-of-absent = « { $name } » n’est pas sur cette image ; ce sujet ne peut donc pas y être redessiné. Choisissez d’abord ce nom pour l’image.
mask-empty = Rien n’est marqué dans ce masque. Peignez sur la partie à redessiner.
given-inpaint = La partie redessinée
field-inpaint-strength = Ce qui peut changer dans la partie
field-place-x = La distance depuis la gauche
field-place-y = La distance depuis le haut
comfy-whole-picture = Là-bas, toute l’image change ; ici, une partie a été redessinée, et le reste n’a pas bougé.
found-part = C’est une image dont une partie a été redessinée. Ses mots et ses nombres sont repris, la partie ne l’est pas.
fact-part = Redessinée
fact-part-of = une partie d’une autre image, qui peut changer de { $strength }
fact-part-who = { $names } sur une autre image, dont une partie peut changer de { $strength }
part-picture-gone = L’image dont une partie devait être redessinée n’est plus là. Choisissez-la à nouveau.

## Photos: what is seen in them, and mended on the page

photo-badge-sideways = couchée
photo-badge-faces = plusieurs visages
photo-is-sideways = La photo { $photo } semble couchée sur le côté ; redressée, elle apprend plus.
photos-are-sideways = Les photos { $photos } semblent couchées sur le côté ; redressées, elles apprennent plus.
photo-is-faces = La photo { $photo } montre plus d’un visage ; recadrez-la sur celui que vous présentez, ou retirez-la.
photos-are-faces = Les photos { $photos } montrent plus d’un visage ; recadrez-les sur celui que vous présentez, ou retirez-les.
photos-few = { NUMBER($count, useGrouping: 0) } photos suffisent pour commencer ; { NUMBER($good, useGrouping: 0) } ou plus, sous différents angles, apprennent plus.
photos-one-background = Toutes les photos ont presque le même arrière-plan, qui pourrait être appris avec votre sujet ; ajoutez-en quelques-unes prises ailleurs.
photos-no-close-up = Aucune photo ne montre le visage de près ; ajoutez un gros plan, ou recadrez une photo sur le visage.
field-quarter-turns = Le nombre de quarts de tour
field-is-removed = Le retrait d’une photo
field-crop = Un bord du recadrage
photo-edit-unreadable = Retouche d’une photo : reçu { $value } ; donnez quarter_turns, crop et is_removed, par exemple { "{" }'quarter_turns': 1{ "}" }.
photo-edits-unreadable = Retouches : reçu { $value } ; donnez-les par nom de fichier, par exemple { "{" }'cat1.jpg': { "{" }'quarter_turns': 1{ "}" }{ "}" }.
photo-edit-of-no-photo = Il y a une retouche pour { $photo }, mais pas de telle photo ; donnez les retouches par le nom des photos.
photo-crop-unreadable = Recadrage : reçu { $value } ; donnez ses bords gauche, haut, droite et bas, chacun entre 0 et 1.
photo-crop-too-narrow = Un recadrage garde trop peu de sa photo ; gardez au moins { $least } % de chaque côté.
photo-cropped-too-small = Ce qui reste de { $photo } fait { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels ; il en faut au moins { NUMBER($least, useGrouping: 0) } de chaque côté. Gardez-en davantage.
photo-left-out = La photo { $name } est retirée de la leçon
photo-turn = Tourner
photo-crop = Recadrer
photo-remove = Retirer
photo-undo = Annuler
photo-turn-upright = Redresser
photo-turn-spoken = Tourner la photo { $number } d’un quart de tour vers la droite ({ $name })
photo-crop-spoken = Recadrer la photo { $number } ({ $name })
photo-remove-spoken = Retirer la photo { $number } ({ $name })
photo-undo-spoken = Annuler le dernier changement de { $name }
photo-turn-upright-spoken = Redresser la photo { $number } ({ $name })
photo-turned = La photo { $name } est tournée.
photo-cropped = La photo { $name } est recadrée.
photo-removed = La photo { $name } est retirée.
photo-undone = Le dernier changement de { $name } est annulé.
crop-title = Recadrer la photo { $number }
crop-help = Tracez un cadre autour de ce qui doit rester, ou déplacez ses bords ci-dessous. La photo elle-même ne change pas ; vous pourrez donc annuler.
crop-frame = Ce qui est gardé. Les flèches le déplacent et, avec Maj, l’agrandissent ou le réduisent.
crop-keep = Garder cette partie
crop-cancel = Annuler
crop-left = Bord gauche
crop-top = Bord supérieur
crop-right = Bord droit
crop-bottom = Bord inférieur

## Album and opened pictures

album-day = Jour
album-any-day = Toutes les dates
album-people = Qui est sur l’image
album-which = Quelles images
album-starred = ★ Avec étoile
album-with-star = Avec étoile
album-star = Étoile
album-bin = Corbeille
album-select = Choisir plusieurs
album-bin-help = Les images restent { NUMBER($days, useGrouping: 0) } jours dans la corbeille ; ensuite, elles sont supprimées pour de bon.
album-empty-bin = Vider la corbeille
album-empty-bin-sure = Supprimer pour de bon tout ce qui est dans la corbeille ?
album-bin-emptied = La corbeille est maintenant vide.
album-bin-is-empty = La corbeille est vide.
album-choose-one = Choisir : { $title }
album-chosen = Choisies : { $count }
album-chosen-label = Que faire des images choisies
album-shown = Images : { $count }
album-choose-all = Choisir tout ce qui s’affiche
album-download = Télécharger en zip
album-compare = Comparer
album-restore = Restaurer
album-for-good = Supprimer pour de bon
album-for-good-sure = Supprimer pour de bon les images choisies ({ $count }) ?
album-done = Terminé
album-undo = Annuler
album-packing = Les images sont en train d’être mises dans un zip.
album-zoom = Zoom
album-differs = Ce qui diffère
album-all-the-same = Toutes deux ont été faites avec les mêmes réglages.
album-page-unknown = Cet endroit n’existe pas dans l’album. Rechargez la page.
album-in-bin =
    { $count ->
        [one] L’image est dans la corbeille, pour { NUMBER($days, useGrouping: 0) } jours.
       *[other] { NUMBER($count, useGrouping: 0) } images sont dans la corbeille, pour { NUMBER($days, useGrouping: 0) } jours.
    }
album-restored =
    { $count ->
        [one] L’image est de retour.
       *[other] { NUMBER($count, useGrouping: 0) } images sont de retour.
    }
album-deleted =
    { $count ->
        [one] L’image est supprimée.
       *[other] { NUMBER($count, useGrouping: 0) } images sont supprimées.
    }
field-how-many-chosen = Le nombre d’images choisies
field-starred = La présence d’une étoile
field-bin = Le choix de la corbeille
field-for-good = Le choix de supprimer pour de bon
lightbox-title = Image ouverte
lightbox-previous = Image précédente
lightbox-next = Image suivante
lightbox-place = { $number } sur { $count }
lightbox-settings = Réglages
lightbox-copy = Copier les réglages
lightbox-copied = Les réglages sont copiés.
lightbox-copy-infotext = Copier pour d’autres outils
lightbox-copied-infotext = Les réglages sont copiés tels que A1111, Forge et Civitai les lisent.
results-asked = Vous avez demandé :
results-closest = La plus proche
server-away = Cuddle ne répond pas pour le moment. Réessayez dans un instant.

## Son compte, ses invités et ses affaires
account-title = Votre compte
account-link = Votre compte : { $name }
account-close = Fermer
account-wait = Un instant…
account-stay = Laisser tel quel
account-copy = Copier
account-copied = C’est copié.
account-you = Vous
account-owner = Votre session est ouverte sous le nom de { $name }. Ce Cuddle est à vous.
account-guest = Votre session est ouverte sous le nom de { $name }, sur invitation de { $owner }.
account-with-hub = Vous entrez avec votre compte Hugging Face, { $name }.
account-browsers = { $count ->
    [one] Votre session est ouverte dans un navigateur ; dernière utilisation : { $moments }.
   *[other] Votre session est ouverte dans { NUMBER($count, useGrouping: 0) } navigateurs ; dernières utilisations : { $moments }.
  }
account-log-out = Se déconnecter
account-log-out-everywhere = Se déconnecter partout
account-log-out-everywhere-sure = Se déconnecter dans tous les navigateurs, celui-ci aussi ? Les programmes qui ont un jeton à vous continuent.
account-password = Changer le mot de passe
account-password-help = Cela vous déconnecte partout ; vous vous reconnectez avec le nouveau.
account-password-help-owner = Cela vous déconnecte partout ; vous vous reconnectez avec le nouveau. Un mot de passe donné au démarrage de Cuddle reste valable à côté.
account-password-current = Le mot de passe actuel
account-password-new = Un nouveau, de 12 caractères ou plus
account-password-button = Le changer
account-password-changed = Votre mot de passe est changé. Connectez-vous avec le nouveau.
account-log-in-again = Se connecter
guests-title = Invités
guests-help = Les invités apprennent à Cuddle ce qui est à eux et font leurs propres images. Ils ne voient rien de vous, et vous ne voyez d’eux que la place que cela prend.
guests-invite = Inviter quelqu’un
guests-link = Un lien pour une personne
guests-link-help = Envoyez-le à la personne que vous invitez. Il sert une fois, jusqu’au { $until }, et n’est plus montré ensuite.
guests-invitations = Invitations que personne n’a encore utilisées
guests-invitation = Faite le { $made }, valable jusqu’au { $until }
guests-take-back = Retirer
guests-take-back-sure = Retirer cette invitation ? Son lien ne mènera plus nulle part.
guests-nobody = Personne n’est encore invité.
guests-since = depuis le { $since }
guests-limits = Limites de { $name }
guests-limits-button = Garder ces limites
guests-limits-kept = Les limites de { $name } sont gardées.
guests-most-waiting-jobs = Tâches en attente à la fois
guests-most-minutes-a-day = Minutes de travail par jour
guests-most-disk-gb = Go du disque
guests-most-photos = Photos au plus
guests-remove = Supprimer
guests-remove-sure = Supprimer { $name } ? Le compte disparaît aussitôt, et tout ce que { $name } a ici est supprimé pour de bon : photos, sujets, leçons et images.
guests-removed = { $name } ne fait plus partie des invités, et tout ce que { $name } avait ici est supprimé.
guests-may-use = Les invités peuvent faire des images de { $name }
guests-may-use-help = Ils ne voient jamais les photos, et n’ont ni le fichier ni la leçon.
programs-title = Vos programmes
programs-help = Un programme à vous se connecte avec un jeton au lieu de votre mot de passe. Qui a un jeton peut faire ici tout ce que vous pouvez faire.
programs-none = Aucun programme n’a de jeton.
programs-label = À quoi sert le jeton
programs-make = Créer un jeton
programs-secret = Le jeton pour { $label }
programs-secret-help = Copiez-le maintenant ; il n’est plus montré ensuite. En Python, gradio_client l’envoie ainsi :
programs-unused = Créé le { $made }, pas encore utilisé
programs-used = Créé le { $made }, utilisé pour la dernière fois le { $used }
programs-revoke = Révoquer
programs-revoke-sure = Révoquer le jeton pour { $label } ? Les programmes qui s’en servent sont refusés dès lors.
things-title = Vos affaires
things-none = Il n’y a encore rien ici.
things-how-much = Vous avez ici { $things }.
things-subjects = { $count ->
    [one] un sujet
   *[other] { NUMBER($count, useGrouping: 0) } sujets
  }
things-photos = { $count ->
    [one] une photo
   *[other] { NUMBER($count, useGrouping: 0) } photos
  }
things-pictures = { $count ->
    [one] une image
   *[other] { NUMBER($count, useGrouping: 0) } images
  }
things-usage = { $size } sur le disque · { NUMBER($minutes, useGrouping: 0) } min de travail ces dernières 24 heures · { $jobs ->
    [0] aucune tâche n’attend
    [one] une tâche attend
   *[other] { NUMBER($jobs, useGrouping: 0) } tâches attendent
  }
things-take = Tout emporter
things-take-help = Un zip avec vos photos, vos fichiers LoRA et vos images. Cela peut prendre quelques minutes.
things-taken = Votre navigateur enregistre maintenant le zip avec tout.
things-delete = Supprimer tout ce qui est à moi
things-delete-help = Photos, sujets, leçons et images disparaissent alors pour de bon. Emportez-les avant, si vous pouvez en avoir encore besoin.
things-delete-account = Votre compte ici disparaît avec.
things-type = Tapez « { $word } » pour tout supprimer
things-word = supprimer
things-delete-sure = Supprimer tout ce qui est à vous ? On ne peut pas revenir en arrière.
things-delete-button = Tout supprimer
things-typed-wrong = '{ $typed }' a été tapé ; pour tout supprimer, tapez { $word }. Rien n’a été supprimé.
field-label = À quoi sert le jeton
field-token = L’identifiant du jeton
field-invitation = L’identifiant de l’invitation
field-guest = L’identifiant de l’invité
field-typed = Ce qui a été tapé
field-most = La limite

## Drawing a part again

part-again = Redessiner une partie
part-again-back = Revenir à l’image
part-again-which = Quelle partie ?
part-again-somebody = Quelqu’un
part-again-paint = Peindre
part-again-frame = Un cadre
part-again-somebody-help = Appuyez sur qui doit être redessiné.
part-again-paint-help = Peignez sur ce qui doit être redessiné, avec la souris ou le doigt. Au clavier, choisissez plutôt un cadre.
part-again-frame-help = Tracez le cadre autour de ce qui doit être redessiné, ou déplacez ses bords ici.
part-again-person = Redessiner { $name }
part-again-canvas = L’image sur laquelle peindre
part-again-brush = Taille du pinceau
part-again-clear = Effacer tout
part-again-erase = Gomme
part-again-frame-keys = Ce qui est redessiné. Les flèches le déplacent et, avec Maj, l’agrandissent ou le réduisent.
part-again-prompt = Ce qui s’y trouve
part-again-prompt-help = Vide : comme l’image entière a été décrite.
part-again-strength = À quel point peut-elle changer ?
part-again-little = Un peu
part-again-clearly = Nettement
part-again-anew = Entièrement
part-again-go = Redessiner
part-again-nobody = Personne n’est encore choisi. Appuyez sur quelqu’un dans l’image.
part-again-nothing = Rien n’est encore peint. Peignez sur la partie à redessiner.
part-again-damaged = Ce qui a été peint n’est pas arrivé en PNG d’au plus { NUMBER($most, useGrouping: 0) } pixels sur le grand côté. Rechargez la page et peignez à nouveau.

# What a guest may take up
limit-name = La limite
limit-waiting-jobs = Le nombre de tâches en attente à la fois
limit-minutes-a-day = Le nombre de minutes de travail par jour
limit-disk-gb = Le nombre de Go du disque
limit-photos = Le nombre de photos
over-waiting-jobs = { $count ->
        [one] Une de vos tâches attend
       *[other] { NUMBER($count, useGrouping: 0) } de vos tâches attendent
    } déjà, et { NUMBER($most, useGrouping: 0) } au plus peuvent attendre à la fois ; attendez que l’une commence, ou annulez-en une.
over-minutes-a-day = { $count ->
        [one] Votre minute de travail pour une journée est utilisée
       *[other] Vos { NUMBER($count, useGrouping: 0) } minutes de travail pour une journée sont utilisées
    } ; réessayez dans { $wait }, ou demandez-en plus à la propriétaire.
over-disk = Vos fichiers prennent { $used } des { NUMBER($most, useGrouping: 0) } Go que vous avez, et ceci n’y tient plus ; supprimez des images (et videz la corbeille) ou des sujets, ou demandez-en plus à la propriétaire.
over-photos = Vous avez { NUMBER($count, useGrouping: 0) } photos, et avec { NUMBER($new, useGrouping: 0) } de plus il y en aurait plus que les { NUMBER($most, useGrouping: 0) } auxquelles vous avez droit ; donnez-en moins, supprimez un sujet, ou demandez-en plus à la propriétaire.
owner-without-limits = La propriétaire n’a pas de limites ; choisissez un invité.

# What guests may use, and what is the owner's alone
request-lent = Si les invités peuvent l’utiliser
subject-not-lent = La propriétaire ne laisse plus les invités utiliser { $name } ; cette image ne peut donc pas être faite. Faites-la sans ce sujet, ou demandez-lui.
publish-owner-only = Seule la propriétaire publie, car le compte du Hub est le sien ; téléchargez plutôt le fichier LoRA, ou demandez-lui.
base-model-not-for-guests = Un invité ne peut pas choisir « { $name } » comme modèle de base ; choisissez-en un qui est ici ({ $titles }), ou demandez à la propriétaire.

# People and what lets them in
hub-login-not-begun = Cette connexion n’a pas été commencée dans ce navigateur, ou il y a trop longtemps ; recommencez-la.
hub-login-refused = Hugging Face n’a pas dit qui vous êtes, car cela a été refusé ; connectez-vous encore et acceptez, ou utilisez un nom et un mot de passe.
hub-login-failed = Hugging Face n’a pas répondu comme il faut ; réessayez dans un instant, ou utilisez un nom et un mot de passe.
login-with-hub = Se connecter avec Hugging Face
invitation-intro = Vous êtes invité à créer des images ici. Choisissez le nom que vous voulez porter et un mot de passe à vous.
invitation-password = Un nouveau mot de passe, 12 caractères ou plus
invitation-button = Entrer
invitation-to-login = J’ai un compte : me connecter
upload-not-yours = Ce fichier n’a pas été envoyé par vous, ou n’est plus là ; envoyez-le de nouveau.
account-name-not-fine = Le nom « { $name } » ne convient pas ; 1 à { NUMBER($most, useGrouping: 0) } caractères sans deux-points conviennent.
account-name-taken = Quelqu’un s’appelle déjà { $name } ; choisissez un autre nom.
account-not-found = Ce compte n’existe plus.
too-many-accounts = Il y a déjà { NUMBER($most, useGrouping: 0) } comptes, pas plus ; la propriétaire peut en supprimer un.
invitation-not-valid = Cette invitation n’est plus valable : elle a servi, a été retirée ou a expiré. Demandez-en une autre.
invitation-not-found = Cette invitation n’existe plus.
token-not-found = Ce jeton n’existe plus.
token-label-not-fine = « { $label } » ne convient pas pour dire à quoi sert un jeton ; 1 à { NUMBER($most, useGrouping: 0) } caractères conviennent.
too-many-tokens = Vous avez déjà { NUMBER($most, useGrouping: 0) } jetons, pas plus ; révoquez-en d’abord un.
hub-user-not-invited = { $name } n’est pas invité ici ; demandez une invitation à la propriétaire et ouvrez d’abord son lien.
current-password-wrong = Ce n’est pas votre mot de passe actuel ; rien n’a été changé.
owner-only = Seule la propriétaire de ce Cuddle peut le faire ; demandez-lui.
owner-stays = Le compte de la propriétaire reste ; celui d’un invité peut être supprimé.
password-too-long = Le mot de passe a { NUMBER($length, useGrouping: 0) } caractères ; jusqu’à { NUMBER($most, useGrouping: 0) } conviennent.

# Leaving: everything deleted, everything taken along
everything-removed = Supprimé : { $subjects ->
    [one] { $subjects } sujet
   *[other] { $subjects } sujets
}, { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}, { $pictures ->
    [one] { $pictures } image
   *[other] { $pictures } images
} et { $jobs ->
    [one] { $jobs } tâche
   *[other] { $jobs } tâches
} : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $size } Mo. Rien n’en est gardé.
everything-removed-but = Supprimé : { $subjects ->
    [one] { $subjects } sujet
   *[other] { $subjects } sujets
}, { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}, { $pictures ->
    [one] { $pictures } image
   *[other] { $pictures } images
} et { $jobs ->
    [one] { $jobs } tâche
   *[other] { $jobs } tâches
} : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $size } Mo, sauf { $left ->
    [one] { $left } dossier ou fichier qu’un autre programme retient ; fermez-le et supprimez tout à nouveau
   *[other] { $left } dossiers ou fichiers qu’un autre programme retient ; fermez-le et supprimez tout à nouveau
}.
everything-readme =
    Voici tout ce que vous aviez dans Cuddle.

    photos/ – les photos de vos leçons, un dossier par sujet ; un fichier texte à côté d’une photo est sa description
    loras/ – ce qui a été appris : NAME.safetensors pour ComfyUI, A1111, Forge et InvokeAI, NAME_for_diffusers_only.safetensors pour diffusers
    samples/ – les dessins faits pendant les leçons
    pictures/ – vos images, aussi celles de la corbeille, chacune avec ses réglages à l’intérieur
    pictures.csv – les réglages de toutes les images en tableau ; pictures.json – la même chose pour des programmes
    subjects.json – nom, genre, mot déclencheur et modèle de base de chaque sujet
    jobs.json – ce que vous avez demandé, avec tous les nombres de chaque leçon
    starts/ – les images dont d’autres sont parties, et les masques peints

    Pour retrouver un sujet dans n’importe quel Cuddle : choisissez « J’ai déjà un LoRA » et donnez le fichier de loras/, avec le nom et le genre de subjects.json. Les images peuvent être déposées là où l’on crée des images ; leurs réglages sont repris.
everything-readme-missing = Ces fichiers n’étaient déjà plus là quand tout a été rassemblé : { $files }.

# Copies of the database in a mounted bucket
database-restored = La base de données est la copie du { $made_at } ; ce qui a changé après est perdu.
database-restored-older = La base de données est la copie du { $made_at }, car { $damaged ->
    [one] la copie la plus récente est endommagée
   *[other] les { $damaged } copies les plus récentes sont endommagées
} ; ce qui a changé après est perdu.
database-reconciled = Retiré des listes, car les fichiers ne sont plus là : { $pictures ->
    [one] { $pictures } image
   *[other] { $pictures } images
} et ce qu’avaient appris { $subjects ->
    [one] { $subjects } sujet
   *[other] { $subjects } sujets
} ; là où les photos existent, présentez-le à nouveau.
database-copies-damaged = Aucune des copies de la base de données dans { $folder } n’est entière ({ NUMBER($count, useGrouping: 0) } examinées) ; une base vide cacherait tout ce qui est là. Mettez-y une copie entière, ou écartez ce dossier pour commencer sans rien.
database-not-copied = La base de données n’a pas pu être copiée ({ $reason }) ; un nouvel essai suivra.

## Comment ça marche

how-it-works = Comment ça marche
how-card = Comment naît une image ? Voyez-le sur l’une des vôtres, en cinq minutes.
how-this-picture = Comment a-t-elle été faite ?
how-back = Fermer
how-intro = Voici comment votre image est née, et ce que chaque réglage lui fait. Rien ici ne la change, et rien de nouveau n’arrive dans l’album.
how-intro-sample = Vous n’avez pas encore d’image, alors celle-ci, prise parmi les exemples, montre comment ça marche : « { $prompt } ». Quand vous en aurez une, il s’agira de la vôtre.
how-nothing = Il n’y a encore aucune image sur laquelle le montrer. Faites la première dans « Créer », puis revenez.
how-one-thing = Une chose à la fois
how-one-thing-help = Ici, une seule chose change à chaque fois. Tout le reste demeure comme pour votre image, le premier bruit aussi.
how-show = Montrer
how-show-again = Réessayer
how-stop = Arrêter
how-play = Lire
how-working = C’est en cours
how-denoising = Du bruit à l’image
how-prompt = Les mots
how-guidance = Le guidage
how-sampler = L’échantillonneur
how-seed = La graine
how-lora = Ce qui a été appris
how-denoising-help = Une image commence par du bruit, comme un vieux téléviseur sans signal. Étape après étape, le modèle devine ce qui pourrait s’y cacher, et enlève un peu de ce qui ne va pas avec ce qu’il devine.
how-prompt-help = Vos mots tirent chaque supposition vers eux. Avec d’autres mots, le même bruit devient une autre image, souvent disposée de la même façon.
how-guidance-help = Le guidage, c’est la force avec laquelle les mots tirent. Trop peu, et l’image suit son propre chemin et manque peut-être ce que vous vouliez. Trop, et les couleurs deviennent criardes, les formes raides.
how-sampler-help = L’échantillonneur décide de la taille de chaque étape. Beaucoup mènent à une image semblable. Ceux qui ont un « a » dans leur nom ajoutent du bruit neuf à chaque étape, et arrivent donc ailleurs.
how-seed-help = La graine est un nombre d’où vient le premier bruit. Le même nombre donne le même bruit et la même image ; tout autre nombre donne une autre image des mêmes mots.
how-lora-help = Ce que les leçons ont appris de { $names } est un petit fichier à côté du modèle, appelé LoRA. Sans lui, le modèle lit les mots, mais n’a jamais vu de qui il s’agit. La ressemblance dit quelle part en est utilisée.
how-lora-help-nobody = Ce qu’une leçon apprend de quelqu’un est un petit fichier à côté du modèle, appelé LoRA. La ressemblance dit quelle part en est utilisée.
how-has = Ce qu’il a
how-guesses = Ce qu’il devine
how-slide = Du bruit à l’image
how-step = Étape { $step } sur { $steps }
how-step-layout = Esquisse, étape { $step } sur { $steps }
how-step-larger = Version plus grande, étape { $step } sur { $steps }
how-step-done = Terminé
how-frame-noise = Rien que du bruit. Le modèle devine déjà : des couleurs qui vont avec vos mots, pas encore de formes.
how-frame-start = Tout a commencé par une image couverte de bruit, les grandes formes sont donc déjà là.
how-frame-part = Seule la partie redessinée est du bruit. Tout autour reste.
how-frame-layout = À plusieurs dans une image, une esquisse rapide vient d’abord. Elle sert seulement à trouver qui sera où.
how-frame-again = L’esquisse est de nouveau couverte de bruit. À partir d’ici, chacun est dessiné avec ce qui a été appris de lui, à sa propre place.
how-frame-shapes = Les grandes formes viennent d’abord : ce qui est sol, ce qui est ciel, et où quelqu’un se tient.
how-frame-who = On voit maintenant de qui il s’agit : couleurs, pelage, visages, vêtements.
how-frame-details = Les petites choses viennent à la fin : yeux, bords, ombres. Ce qui est deviné ne change presque plus.
how-frame-larger = Pour la version plus grande, un peu de bruit est remis sur l’image, puis enlevé avec des détails plus fins.
how-frame-done = Il ne reste plus de bruit. Voici l’image.
how-frame-closer = Il ne reste plus de bruit. Qui est petit dans l’image a ensuite été redessiné de près, puis remis à sa place. Voici l’image.
how-alt-has = L’image avec son bruit : { $step }
how-alt-guesses = Ce que le modèle devine : { $step }
how-same = Elle vient d’être refaite d’après ses réglages, et c’est votre image au pixel près.
how-nearly-same = Elle vient d’être refaite d’après ses réglages, et c’est votre image, à des différences près que personne ne voit.
how-not-same = Elle vient d’être refaite d’après ses réglages, et n’est plus tout à fait votre image : quelque chose avec quoi, ou sur quoi, elle a été faite a changé depuis.
how-other-recipe = Quelque chose avec quoi votre image a été faite a changé depuis, par exemple ce qui a été appris de { $names }. Celles-ci peuvent donc en différer par plus d’une chose.
how-other-recipe-nobody = Quelque chose avec quoi votre image a été faite a changé depuis. Celles-ci peuvent donc en différer par plus d’une chose.
how-yours = La vôtre : { $value }
how-value-prompt = « { $prompt } »
how-value-lora = ressemblance { $percent } %
how-value-lora-none = sans
how-value-lora-own = avec
how-changed = { $percent } % de l’image est différent
how-unchanged = Elle paraît la même
how-try = Essayez vous-même
how-try-help = Emportez les réglages de cette image dans « Créer », et changez une seule chose.
how-no-sheet = Ceci est une planche de plusieurs images. Ouvrez l’une d’elles dans l’album, et demandez là.
how-subjects-gone = { $count ->
        [one] { $names } n’est plus là, ou n’est pas prêt. Sans cela, cette image ne peut pas être refaite.
       *[other] { $names } ne sont plus là, ou ne sont pas prêts. Sans eux, cette image ne peut pas être refaite.
    }
how-model-gone = Le modèle de base de cette image n’est plus ici. Sans lui, l’image ne peut pas être refaite.
how-no-subject = Personne que vous ayez appris au modèle n’est dans cette image, il n’y a donc rien d’appris à enlever.
how-sampler-alone = { $sampler } a besoin d’un LoRA auxiliaire à lui, l’échantillonneur ne peut donc pas changer seul.
title-explanation = Comment ça marche : { $topic }
field-topic = Le sujet expliqué
explanation-variants = { $count } variantes ont été demandées. « Du bruit à l’image » n’en a aucune, tout autre sujet en a de 1 à { $most }.
explanation-picture-gone = L’image dont il s’agit n’est plus là. Choisissez-en une autre.
explanation-not-made = Ceci n’a pas encore été fait. Demandez-le avec /explain_picture, et revenez quand sa tâche est terminée.
