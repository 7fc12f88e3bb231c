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
kept-aside-help = { $count ->
        [one] One is kept aside: the lesson never sees it, so that you can compare with it afterwards.
       *[other] { NUMBER($count, useGrouping: 0) } are kept aside: the lesson never sees them, so that you can compare with them afterwards.
    }
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

# Times and sizes
duration-minutes = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
duration-hours = { $hours ->
        [one] 1 hour
       *[other] { NUMBER($hours, useGrouping: 0) } hours
    }
duration-hours-and-minutes = { duration-hours } { duration-minutes }
time-left = about { $time } left
time-left-little = less than a minute left
size-gb = { $size } GB
size-mb = { $size } MB
month = { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
day-and-time = { $day } { month } { NUMBER($year, useGrouping: 0) }, { $time } { $zone }

# What a job is about
title-lesson = Lesson: { $name }
title-import = LoRA file: { $name }
title-hub-import = LoRA from the Hub: { $name }
title-publish = Publish: { $name }
title-pictures = { $count ->
        [one] 1 picture: “{ $prompt }”
       *[other] { NUMBER($count, useGrouping: 0) } pictures: “{ $prompt }”
    }

# Where a job stands
place-next = Next in the queue
place-number = Number { NUMBER($position, useGrouping: 0) } in the queue
standing-cancel = Stopping…
standing-pause = Pausing…
standing-finish = Finishing with what it has learnt so far…
standing-goes-on = goes on from step { NUMBER($step, useGrouping: 0) } of { NUMBER($steps, useGrouping: 0) }
standing-file-is-here = the file is here
standing-is-kept = is kept as it was after { NUMBER($step, useGrouping: 0) } steps
standing-interrupted = Was interrupted and goes on by itself.
standing-paused = Paused
standing-paused-at = Paused at step { NUMBER($step, useGrouping: 0) } of { NUMBER($steps, useGrouping: 0) }. It goes on when you say so.
standing-starting = Starting…
standing-step = Step { NUMBER($step, useGrouping: 0) } of { NUMBER($steps, useGrouping: 0) }
standing-picture-step = Picture { NUMBER($number, useGrouping: 0) } of { NUMBER($count, useGrouping: 0) }, step { NUMBER($step, useGrouping: 0) } of { NUMBER($steps, useGrouping: 0) }
standing-loss = loss { $loss }
standing-published = { $who ->
        [private] on the Hub as { $repository }, private
       *[public] on the Hub as { $repository }, public
    }
standing-made = made
standing-ready = ready
standing-cancelled = Cancelled
failed-without-a-word = This did not work, and nobody said why. Try it again.
samples-seen = { $count ->
        [one] 1 look at your photos (samples)
       *[other] { NUMBER($count, useGrouping: 0) } looks at your photos (samples)
    }
lesson-ready = { $name } is ready. Open Create and ask for a picture.
lesson-ready-early = { $name } is ready, as it was after { NUMBER($step, useGrouping: 0) } steps. Open Create and ask for a picture.
recipe-in-words = { $preset }: { NUMBER($samples, useGrouping: 0) } samples, rank { NUMBER($rank, useGrouping: 0) }, alpha { $alpha }, learning rate { $learning_rate }, batch size { $batch_size }, seed { $seed }
batch-size-automatic = automatic

# What became of what was asked for. count: of how many things it is said
news-lesson = The lesson for { $name }
news-import = The LoRA of { $name }
news-publish = Publishing { $place }
news-pictures = { $count ->
        [one] Your picture
       *[other] Your { NUMBER($count, useGrouping: 0) } pictures
    }
news-paused = { $count ->
        [one] { $what } is paused.
       *[other] { $what } are paused.
    }
news-running = { $count ->
        [one] { $what } is in the works now.
       *[other] { $what } are in the works now.
    }
news-no-engine = { $count ->
        [one] { $what } waits for Cuddle's engine.
       *[other] { $what } wait for Cuddle's engine.
    }
news-at-once = { $count ->
        [one] { $what } starts in a moment.
       *[other] { $what } start in a moment.
    }
news-next = { $count ->
        [one] { $what } is next in the queue.
       *[other] { $what } are next in the queue.
    }
news-number = { $count ->
        [one] { $what } is number { NUMBER($position, useGrouping: 0) } in the queue.
       *[other] { $what } are number { NUMBER($position, useGrouping: 0) } in the queue.
    }

# Jobs strip and lesson
jobs-label = What Cuddle is doing
jobs-more = and { NUMBER($count, useGrouping: 0) } more in the queue
jobs-spoken = Running: { $jobs }. Waiting: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-none = Running: nothing. Waiting: { NUMBER($waiting, useGrouping: 0) }.
jobs-spoken-paused = Paused: { NUMBER($paused, useGrouping: 0) }.
move-up = Move up
try-again = Try again
button-unknown = That button is not known; reload the page.
loss-described = Loss over { NUMBER($steps, useGrouping: 0) } steps: from { $first } to { $last }
loss-first-step = step 0
loss-help = Loss: how far its drawings are from your photos. It jumps about; what counts is the bold line.
sample-step = Step { NUMBER($step, useGrouping: 0) }
sample-alt = Drawing after { NUMBER($step, useGrouping: 0) } steps, { NUMBER($number, useGrouping: 0) }
photo-kept-aside-alt = Photo kept aside, { NUMBER($number, useGrouping: 0) }
photo-learned-alt = Photo, { NUMBER($number, useGrouping: 0) }
use-this-spoken = { use-this }: step { NUMBER($step, useGrouping: 0) } of { $name }

# Teach
name-and-kind = Name and kind
the-lesson = The lesson
sample-button = { $name }, a { $kind }
photo-alt = Photo { NUMBER($number, useGrouping: 0) }
photos-given = { $count ->
        [one] 1 photo.
       *[other] { NUMBER($count, useGrouping: 0) } photos.
    }
photos-all-fine = { $count ->
        [one] 1 photo, all fine.
       *[other] { NUMBER($count, useGrouping: 0) } photos, all fine.
    }
photos-none-yet = There are no photos yet. Add { $fewest } to { $most } of them.
caption-spoken = Photo { $number } in words ({ $name })
preset-choice = { $title }: { $help }
preset-choice-timed = { $title }: about { $time }. { $help }
preset-quick = Quick
preset-quick-help = A first impression, in about half the time of balanced; the likeness is rougher.
preset-balanced = Balanced
preset-balanced-help = What most subjects need: a good likeness that still follows your words.
preset-thorough = Thorough
preset-thorough-help = For faces and fine markings. The longest lesson, and the closest likeness.
subject-type-person = Person
subject-type-pet = Animal
subject-type-object = Thing
subject-type-style = Style
option-samples-help = How long it practises. (samples: training steps × batch size)
option-learning-rate = Learning rate
option-learning-rate-help = How big each correction is.
option-rank = Rank
option-rank-help = How much a LoRA file can remember; more makes it bigger.
option-alpha = Alpha
option-alpha-help = How loudly it speaks; the same as the rank is usual.
option-batch-size = Batch size
option-batch-size-help = Photos looked at in each step. 0 takes what is quickest here.
option-resolution = Resolution
option-resolution-help = In pixels; the base model's own is best.
option-seed-help = The same seed and settings give the same file on the same computer.
option-prior-preservation = Keep what the base model knows of its kind (prior preservation)
option-prior-preservation-help = It also practises on its own pictures of the kind. Slower; helps when all cats look like yours.

# Subjects
subject-is-learning = is learning
subject-is-ready = ready
subject-is-failed = lesson not finished
subject-spoken = { $name }, { $kind }, { $state }
fact-state = State
fact-trigger-word = Trigger word
fact-photos = Photos
fact-no-photos = none (came as a LoRA file)
fact-taught-on = Taught on
fact-rank-and-alpha = Rank, alpha
lesson-again = Try the lesson again
lesson-nothing-to-repeat = { $name } has no lesson that could be tried again; teach it anew.
subject-deleted = { $name } is deleted.
import-file-label = LoRA file

# Create
likeness = { $name } { $percent } %
likenesses-of-picture = Picture { NUMBER($number, useGrouping: 0) }: { $likenesses }
preview-alt = Early preview
picture-number = Picture { NUMBER($number, useGrouping: 0) }
picture-seed = Seed { $seed }
results-label = Newest pictures
size-square = { $width } × { $height } (square)
size-wide = { $width } × { $height } (wide)
size-tall = { $width } × { $height } (tall)
size-unknown = The size is { $size }; choose one from the list, such as 256x256.
subjects-not-chosen = The chosen subjects are { $value }; choose them once more.
grid-without-values = The grid has no values yet; write some with commas between, such as 0.6, 0.8, 1.
subjects-gone = { $names } is not there any more; the rest is filled in.
form-took-over = The form took over the settings of { $file }, made with { $program }.
sampler-choice = { $name }: { $help } { $steps }.
sampler-choice-recommended = { $name } (recommended): { $help } { $steps }.
sampler-steps = { NUMBER($low, useGrouping: 0) } steps
sampler-steps-between = { NUMBER($low, useGrouping: 0) } to { NUMBER($high, useGrouping: 0) } steps
strength-title = Likeness strength
strength-spoken = Likeness strength of { $name }
places-left = left
places-top = top
places-right = right
places-bottom = bottom
places-number = { $name }: { $side }, in percent of the picture
places-stands = { $name }: left { $left } percent, top { $top } percent, right { $right } percent, bottom { $bottom } percent
places-stands-anywhere = { $name }: anywhere
places-off = anywhere again
places-off-spoken = { $name }: anywhere again
places-tag-placed = { $name }, has a place in the picture
places-tag-anywhere = { $name }, anywhere
places-same = { $one } and { $two } have nearly the same place, so they may mix.

# Samplers
sampler-dpmpp-2m-karras-help = Clean pictures in few steps; the best first choice.
sampler-dpmpp-2m-ays-help = Nearly as good in a third of the time: ten steps at the noise levels where they matter most (Align Your Steps).
sampler-hyper-sd-help = The fastest one with guidance. It downloads a helper once (a LoRA, 790 MB for SDXL).
sampler-lcm-help = Fast sketches, flatter and less exact. It downloads a helper once (a LoRA, 390 MB for SDXL).
sampler-dpmpp-2m-help = The same method with evenly spread steps; a little softer in few steps.
sampler-dpmpp-2m-exponential-help = Between the two: more steps on fine detail than evenly spread, fewer than Karras.
sampler-dpmpp-2m-simple-help = Use it to repeat pictures made with ComfyUI's schedule “simple”.
sampler-dpmpp-2m-normal-help = Use it to repeat pictures made with ComfyUI's schedule “normal”.
sampler-dpmpp-2m-sde-karras-help = Adds fresh noise at each step: livelier texture, and more steps change the picture.
sampler-dpmpp-sde-karras-help = Rich texture in few steps, for skin and fur; looks twice at every step, so it takes twice as long.
sampler-euler-help = The plainest method: steady and predictable.
sampler-euler-a-help = Adds fresh noise at each step: soft, varied pictures that keep changing with more steps.
sampler-euler-karras-help = Euler with more of its steps spent on fine detail.
sampler-euler-simple-help = Use it to repeat pictures made with ComfyUI's schedule “simple”.
sampler-heun-help = Looks twice at every step: more exact than Euler, and takes twice as long.
sampler-heun-karras-help = Heun with more of its steps spent on fine detail.
sampler-ddim-help = The classic; use it to repeat pictures made with it elsewhere.
sampler-unipc-help = Good pictures in very few steps.
sampler-lms-karras-help = An older fast method; use it to repeat pictures made with it elsewhere.
sampler-dpm2-karras-help = Looks twice at every step: exact and detailed, and takes twice as long.
sampler-dpm2-a-karras-help = DPM2 with fresh noise at each step: more variety, and more steps change the picture.

# What a grid can vary
axis-strength-of = Likeness of { $name }
axis-strength = Likeness strength
axis-prompt = Words
axis-negative-prompt = Avoiding
axis-sampler = Sampler
axis-steps = Steps
axis-guidance-scale = Guidance scale
axis-seed = Seed
axis-size = Size
axis-variation-strength = Variation
axis-start-strength = Change from the start
axis-larger-strength = Change when larger

# Base models
base-model-automatic = Automatic: { $title }
base-model-pocket-help = Draws a small cartoon world in 256×256 pixels. No download, no graphics card; good for a first try.
base-model-sdxl-help = Makes photos and paintings, 1024×1024 pixels. Needs a graphics card with 6 GB or more, one 7 GB download.
base-model-sd15-help = Makes photos and paintings, 512×512 pixels. For small graphics cards, from 4 GB; one 2 GB download.
base-model-like = A { $title } model from { $source }.
base-model-automatic-help = { $title }. { $help } { $why }

# Pictures
picture-label = Picture
picture-deleted = The picture is deleted.
fact-prompt = Prompt
fact-read-as = Read as
fact-subjects = Subjects
fact-no-subjects = none
fact-nothing-avoided = nothing
fact-subject = { $name } (likeness strength { $strength })
fact-size = { $width } × { $height }
fact-like-the-photos = Like the photos
fact-made-on = Made on
fact-in-comfyui = In ComfyUI
fact-in-a1111 = In A1111
fact-took = Took
fact-seconds = { $seconds } seconds
fact-variation = Variation
fact-variation-of = { $strength }, number { $seed }
fact-start = Started from
fact-start-of = a picture that may change by { $strength }
fact-larger = Made larger
fact-larger-by = { $scale } times, may change by { $strength }
fact-compares = Compares

# Licences
license-none = None yet
license-openrail-sdxl = OpenRAIL++, as Stable Diffusion XL has
license-openrail-sd15 = OpenRAIL-M, as Stable Diffusion 1.5 has
license-cc0 = CC0: free for everything
license-cc-by = CC BY: free if you are named
license-cc-by-sa = CC BY-SA: named, and passed on under the same terms
license-cc-by-nc = CC BY-NC: named, nothing commercial
license-cc-by-nc-nd = CC BY-NC-ND: named, nothing commercial, unchanged
license-apache = Apache 2.0
license-mit = MIT

# The login
login-intro = Please log in with the name and the password you were given.
login-name = Username
login-password = Password
login-button = Login
login-first = Please log in first.
login-wrong = That name or that password is not right.
login-too-long = A name and a password are shorter than that.
login-wait = Too many wrong passwords were tried. Wait { NUMBER($seconds, useGrouping: 0) } seconds, then try again.
login-wait-elsewhere = On the computer where Cuddle runs its own address works at once.
log-out-by-post = Send POST to log out.

# What is not answered, and why
something-broke = Something in Cuddle itself went wrong; nothing you gave is lost. Its log says more. Try it again.
not-found = Not found.
not-served-here = This address is not served here. Open the one that Cuddle printed, or name it in CUDDLE_ALLOWED_HOSTS.
own-page-only = This is only answered to Cuddle's own page.
body-with-no-use = A request with { $method } brings nothing along.
body-too-large = That is more than { $megabytes } MB; send files with { $path }.
body-too-slow = That took too long; try it again.
json-too-large = That JSON has more than { $items } values, or more than { $levels } levels.
upload-too-large = The files together are over the maximum allowed size of { $megabytes } MB; send fewer at once.
upload-too-many = { NUMBER($files, useGrouping: 0) } files at once are the maximum allowed size of an upload; send fewer at once.
upload-stopped = The upload stopped; try it again.
upload-sender-gone = The sender is gone.
too-much-going-on = You have too much going on at once here: { $what }. Wait until some of it has ended, then try again.
going-on-pages = { NUMBER($count, useGrouping: 0) } open pages
going-on-answers = { NUMBER($count, useGrouping: 0) } answers are waited for
going-on-uploads = { NUMBER($count, useGrouping: 0) } uploads
going-on-calls = { NUMBER($count, useGrouping: 0) } calls
going-on-queued = { NUMBER($count, useGrouping: 0) } calls wait
served-file-gone = The file { $name } is not there any more; reload the page.
file-missing = There is no file; upload at least one.
file-and-hub-id = Give a file or a hub_id, not both.

# The start of Cuddle, in a terminal
start-failed = Cuddle cannot start: { $why }
start-ready = Cuddle is ready: { $url }
start-data-folder = Everything it keeps lies in { $folder }
start-share = For others, as long as this runs: { $url }
start-login = Log in as { $name } with the password { $password }
start-login-shows = The password of --login shows in this computer's list of processes. To keep it to yourself use --login-file, or CUDDLE_USER and CUDDLE_PASSWORD in the environment.
start-two-logins = --login and --login-file were both given; one of them is fine.
start-data-folder-around-temporary = The data folder { $folder } holds this computer's folder for temporary files. Choose another one with --data-folder.
start-port-in-use = { $host }:{ NUMBER($port, useGrouping: 0) } cannot be listened on; maybe Cuddle runs there already. Open http://{ $host }:{ NUMBER($port, useGrouping: 0) }, end the other program, or choose another port, such as --port { NUMBER($next, useGrouping: 0) }.


## ---- Errors: values, files, photos, subjects


## ---- Errors: pictures, metadata, prompts


## ---- Errors: models, the Hub, engines, the folder


## ---- Jobs: what they say while they run, and how they fail

