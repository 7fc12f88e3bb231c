# Everything that Cuddle says, in English. Another language is another file like this one, with the same keys.
# Plain words first, the technical word in the help beside it. Each sentence on one line; Fluent's syntax:
# https://projectfluent.org/fluent/guide/

as-written = { $text }
and-more = { $items } and { NUMBER($count, useGrouping: 0) } more


title = Cuddle
tagline = Teach it the ones you love. Then put them into one picture.
teach = Teach
create = Create
pictures = Pictures

## Jobs strip
nothing-to-do = Nothing is going on. Lessons and pictures that you start show up here, and go on when you close the page.
no-worker = Cuddle's engine is starting. What waits here begins by itself as soon as it is ready.
may-close = You may close the page.
pause = Pause
resume = Go on
finish = Stop now and keep this one
finish-title = End the lesson for { $name } here?
finish-sure = What it has learned in { NUMBER($step, useGrouping: 0) } of { NUMBER($steps, useGrouping: 0) } steps is kept. It cannot go on after that; to leave it for a while, choose Pause.
stay = Go on with it
stay-paused = Leave it paused
steps-of = { NUMBER($step, useGrouping: 0) } of { NUMBER($steps, useGrouping: 0) } steps
learning = { $time } of learning ({ $of })
cancel = Cancel
cancel-lesson-title = Cancel the lesson for { $name }?
cancel-gives-up = That gives up { $what }.
cancel-all-lost = All of it is lost.
cancel-some-lost = “Try again” could take it up from step { NUMBER($step, useGrouping: 0) }; what came after that is lost.
cancel-none-lost = “Try again” could take it up from there.
cancel-keep = End it and keep what it learned
cancel-lesson = Cancel the lesson
cancel-pictures-title = Stop making this picture?
cancel-pictures-loses = About { $time } of work on it are lost. Pictures that are finished stay.
cancel-pictures = Stop it

## Teach
teach-intro = Give Cuddle a few photos of one cat, person, toy… and it learns what makes them special. One lesson for each of them.
photos-label = Photos
photos-help = { "*" }*3 to 20 photos** of the same one, alone in the picture. Different places, light and poses teach best. JPEG, PNG, WebP, iPhone's HEIC, or one zip of them. Photos stay on the computer that Cuddle runs on.
looking-who-draws = Looking whether the pocket model can draw them.
samples-help = No photos at hand? Use sample photos:
name-label = Name
name-help = What you will call them in your wishes, like Dumpling or Anna.
kind-label = Kind
kind-help = What they are, in a word: cat, dog, woman, man, teapot… (class noun)
kinds = cat, dog, woman, man, girl, boy, baby, rabbit, bird, horse, teddy bear, toy, doll
taught-as = Taught as { $type }. More settings can change that.
taught-in-english = Taught as { $type }, by the English word “{ $noun }”, which models read. More settings can change that.
type-person = a person
type-pet = an animal
type-object = a thing
type-style = a style
type-label = Taught as
type-help = How much a lesson needs depends on it. A style is what pictures look like, not who is in them.
type-automatic = What the kind says
samples-label = Looks at photos
preset-label = How carefully
kept-aside = kept aside
kept-aside-help = { $photos } kept aside: the lesson never sees { $them }, so that you can compare with { $them } afterwards.
captions-label = Photos in words (captions)
captions-help = May stay empty. Say what is on a photo besides the one you teach, so that it is not learned as part of them: [name] asleep on a red sofa. Text files that come with the photos and have their names (cat1.txt for cat1.jpg) are taken, too.
captions-empty = Once there are photos above, you can say in words what is on each of them. Nobody has to.
caption-placeholder = { "[" }name] …
advanced = More settings
advanced-help = Nobody has to touch these. A number that stays empty is the grey one, which follows from all of the above.
teach-button = Start the lesson
works-with = Cuddle works with { $title } here. { $description }
consent = Teach a person only if they are fine with it.
your-subjects = Everyone so far
no-lesson-yet = Your lesson will show here: how far it is, how long it still takes, and what it can draw so far. It goes on when you close the page.
no-subjects-yet = Nobody has been taught yet. Open Teach and start a lesson; those who are ready show up here.
nobody-taught-yet = Nobody yet. Start a lesson above; everyone you teach stays here.
subject-help = Choose one to see its lesson, take its LoRA file with you, or delete it.
your-photos = Your photos
held-out = Kept aside to compare with
draws-so-far = What it draws so far
draws-help = Two drawings from the same starting points each time, so that you see what a little more practice changes.
drew = What it drew on the way
drew-help = Did an earlier step look better? Choose { $name } under “Everyone so far”, and then the step.
earlier-title = Choose an earlier one
earlier-help = More practice is not always better: pictures can get stiff, or copy a photo. Compare the drawings with your photos, and use the step you like best. Nothing is lost: you can change back at any time. (checkpoints)
earlier-disk = What is kept for this takes { $size } of the disk, and goes when you delete { $name }.
earlier-chosen = You chose { $name } as it was after { NUMBER($steps, useGrouping: 0) } steps.
use-this = Use this one
in-use = in use
kohya-button = LoRA for ComfyUI, A1111, Forge, InvokeAI
diffusers-button = LoRA for diffusers in Python only
import-title = I already have a LoRA
import-help = A .safetensors file made for the base model that Cuddle uses here, from Cuddle, another program or the Hugging Face Hub. Give it the name and the kind it was taught with.
import-word-label = Trigger word
import-word-help = The word it was taught with. May stay empty: Cuddle then reads it from the file, or uses the name.
import-button = Take it in

## Values that no page as it is sends
unread-value = { $what } came as { $value }, which is nothing that this field can be; reload the page and fill it in anew.
unread-values = A value does not fit its field; reload the page and fill it in anew.
unread-event = What was pressed is not known; reload the page and press it again.
too-few-values = { NUMBER($count, useGrouping: 0) } values came, and { NUMBER($needed, useGrouping: 0) } are needed; reload the page and try again.
a-field = A field without a name

## What a value is called in a sentence about what came instead, by its name in the API and in the forms
field-photos = The list of photos
field-file = The file
field-name = The name
field-kind = The kind
field-preset = The preset
field-base-model = The base model
field-options = The options
field-trigger-word = The trigger word
field-hub-id = The name on the Hub
field-repository = The name on the Hub
field-license = The licence
field-private = Whether it is private
field-who-sees = Who can see it
field-pictures = The list of pictures
field-format = The format
field-step = The step
field-prompt = The prompt
field-negative-prompt = The list of things to avoid
field-subjects = The list of subjects
field-sampler = The sampler
field-steps = Steps
field-guidance-scale = Guidance scale
field-seed = The seed
field-width = Width
field-height = Height
field-size = The size
field-count = How many pictures
field-surprise = Whether it is a new picture each time
field-pace = How carefully
field-variation-strength = How much a variation differs
field-variation-seed = The variation's seed
field-start = The picture to start from
field-start-strength = How much the picture changes
field-larger-scale = How many times larger
field-larger-strength = How much the larger version changes
field-compare = What is compared
field-x-name = What the grid varies from left to right
field-x-values = The grid's values from left to right
field-y-name = What the grid varies from top to bottom
field-y-values = The grid's values from top to bottom
field-blending = How several subjects come together (blending)
field-readings = How names are read
field-subject-type = What it is taught as
field-search = The search
field-subject = The subject
field-limit = The limit
field-offset = The offset
field-id = The picture's id
field-picture-id = The picture's id
field-job-id = The job's id
field-position = The position
field-strength = How different it is
field-unnamed = The value “{ $name }”
field-wanted = How many pictures are shown

## Create
create-intro = Choose who is in the picture, then say what should happen.
who-label = Who is in the picture?
strength-help = 1 is as taught. More if the likeness is weak, less if the picture gets stiff. (LoRA weight)
places-label = Where should they stand? (optional)
places-help = Drag a name into the picture, or leave it anywhere. The simple sum takes no notice of places.
places-empty = Drag a name in here
places-anywhere = Anywhere:
places-all = Everyone has a place.
places-numbers = By keyboard, or in percent
places-keys = On a name, Enter puts it into the picture and takes it off again. Arrow keys move it, and with Shift they change its size.
prompt-label = What should the picture show?
prompt-help = Use their names. (prompt)
read-as = Read as:
read-as-help = What is filled in is one of yours, what is dashed is a word. Press one that is meant the other way.
read-as-name = “{ $typed }” is { $name }, your { $kind }. Press to have it read as a word.
read-as-word = “{ $typed }” is read as a word. Press if { $name }, your { $kind }, is meant.
prompt-placeholder = Dumpling and Anna on the beach
avoid-label = Things to avoid
avoid-help = What you don't want to see. May stay empty. (negative prompt)
avoid-placeholder = blurry, dark
size-label = Size
size-help = In pixels, width × height.
count-label = How many
count-help = Each one comes out differently.
pace-label = How carefully
pace-help = Fast takes a third to half of the time; details are a little simpler.
careful = Carefully (recommended)
fast = Fast
sampler-label = Sampler
steps-label = Steps
steps-help = More steps take longer and add detail, up to a point.
guidance-label = Guidance scale
guidance-help = How strictly the picture follows your words. Too much makes harsh colours.
surprise-label = A new picture each time
surprise-help = Off: the same seed gives the same picture again.
seed-label = Seed
seed-help = The number that a picture starts from; the next pictures take the numbers after it.
base-model-label = Base model
base-model-help = Or write the path of another Stable Diffusion XL or 1.5 model (.safetensors file or folder), or its owner/name on the Hugging Face Hub.
variation-label = Vary it
variation-help = 0: this very picture. 0.1: other details. From 0.3 on: another picture. (variation strength)
variation-seed-label = Which variation
variation-seed-help = Another number varies it in another way. (variation seed)
larger-label = Make it larger afterwards
larger-help = How many times. A second pass draws the details anew. 1 leaves it as it is.
larger-strength-label = How much may that change?
larger-strength-help = Low keeps the picture; high invents new details. (denoising strength)
start-title = Start from a picture
start-label = A picture to start from
start-strength-label = How much may it change?
start-strength-help = 0.3 keeps nearly everything, 0.8 only the rough shapes. (denoising strength)
blending-label = Several subjects
blending-help = Each one keeps to a place of its own in the picture; the simple sum mixes them everywhere. (blending)
blend-apart = Keep each one itself
blend-sum = Simple sum (for styles)
comfyui-differs = Its graph makes another picture.
a1111-aligned = Its noise levels of “Align Your Steps” are others than those of { $sampler }, so it makes another picture.
compare-label = Compare
compare-help = The same picture several times, with one thing changed, side by side on one sheet.
compare-nothing = Nothing
compare-strip = Likeness from 0 to 1.2
compare-grid = A grid of your own
across-label = From left to right
down-label = From top to bottom
down-nothing = nothing
values-label = Values
values-help = With commas between: 0.6, 0.8, 1. For words, the first ones are replaced by the others: beach, snow. Words that hold a comma stand in quotes: "a hat, red".
create-button = Create
dropped-label = A picture
dropped-help = Drop a picture made with Cuddle, A1111 or ComfyUI here, and the form takes over its settings.
seated-help = Each one will be where the name stands. Not as you want it? Cancel it above: little time is lost.
no-seat = No place was found for { $names }.
likeness-help = How like its photos everybody came out: 100 % is as like as the photos are to each other, 0 % no more than others of its kind are.
no-likeness-model = How like their photos { $names } came out is not measured on this base model.
no-likeness-photos = How like their photos { $names } came out cannot be said: the pocket model does not know what the photos show.
no-likeness-unsure = Whether { $names } came out like the photos is too close to tell here; look for yourself.
twice = Two in the picture look like { $name }. Try another seed.
twice-in = Two in picture { $which } look like { $name }. Try another seed.
twice-in-several = Two in each of pictures { $which } look like { $name }. Try other seeds.
no-creation-yet = Your picture will appear here, first as a rough preview.

## Pictures
search-label = Search
search-placeholder = a word, a name, a seed…
no-pictures-yet = There are no pictures yet. Make the first one in Create.
no-match = No picture matches that. Try fewer or other words.
close-picture = Close
download = Download { $format }
download-as-label = Download as
download-as-help = PNG is the very picture; JPEG and WebP are smaller. All carry its settings.
more-like-this = More like this
larger = Larger
start-from-this = Start from this
difference-label = How different?
difference-help = For “More like this”: a little changes details, more changes the whole picture.
more-on-the-way = { NUMBER($count, useGrouping: 0) } pictures like this are on their way; see Create.
larger-on-the-way = A larger one is on its way; see Create.
again = Use these settings again
show-more = Show older pictures
delete = Delete
delete-yes = Yes, delete
delete-no = Keep
delete-picture-sure = Delete this picture for good?
delete-subject-sure = Delete { $name } for good, with the photos and the LoRA files? Pictures stay.
delete-learning-sure = Delete { $name } for good, with the photos and the lesson? { $what } are lost with it. Pictures stay.

## The Hugging Face Hub
publish-open = Publish on the Hub
publish-title = Publish on the Hugging Face Hub
publish-as = You publish as
published-at = It is there already, as
publish-updates = Publishing again replaces its page and its files.
publish-name-label = Name on the Hub
publish-name-help = Yours, or one of an organisation you may write to.
publish-license-label = Licence
publish-license-help = What others may do with it.
publish-who-label = Who can see it
publish-who-help = In an organisation private means its members. Show a person to everyone only if they are fine with it.
publish-private = Only you (private)
publish-public = Everyone (public)
publish-pictures-label = Pictures for its page
publish-pictures-help = Press those to show. They stand there in that order, with the words they were made with. What began from a photo or another picture is not offered.
publish-pictures-empty = There are none to show yet. Make some in Create from words alone, with nobody else in them, then come back.
publish-what-goes = What goes there: both LoRA files, a page that says how to use them, and copies of the pictures you chose, with nothing hidden inside. **Your photos never do.**
publish-button = Publish
publish-close = Not now
publish-look-again = Look again
publish-taken = { "*" }*{ $place }** on the Hub holds { $what }. Replacing it takes its files and its page away for good.
publish-other-name = Take { $name } instead
publish-replace = Replace what is there
publish-link = Open its page
import-hub-label = Or from the Hugging Face Hub
import-hub-help = owner/name, the address of its page, or owner/name/file.safetensors where there are several.
import-neither = There is no file yet. Choose a LoRA file that ends in .safetensors, or write where it is on the Hugging Face Hub.
import-both = There is a file and a name on the Hub; take one of them away, so that it is clear which is meant.
import-hub-placeholder = anna/dumpling-lora

## ---- The page: pieces, states and times


## ---- Errors: values, files, photos, subjects


## ---- Errors: pictures, metadata, prompts


## ---- Errors: models, the Hub, engines, the folder


## ---- Jobs: what they say while they run, and how they fail

