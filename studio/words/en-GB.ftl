# Everything that Cuddle says, in English. Another language is another file like this one, with the same keys.
# Plain words first, the technical word in the help beside it. Each sentence on one line; Fluent's syntax:
# https://projectfluent.org/fluent/guide/

as-written = { $text }
several-sentences = { $sentences }
and-more = { $items } and { NUMBER($count, useGrouping: 0) } more


title = Cuddle
tagline = Teach it the ones you love. Then put them into one picture.
home = Home
make = Make
album = Album
teach-somebody = Teach somebody new

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
call-unread = This call cannot be read; send JSON with a list of values as its data, as the page does.
call-part-unread = The { $name } of this call is { $value }, which it cannot be; reload the page and try again.
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

## Create
create-intro = Choose who is in the picture, then say what should happen.
who-label = Who is in the picture?
strength-help = 1 is as taught. More if the likeness is weak, less if the picture gets stiff. (LoRA weight)
places-label = Where should they stand? (optional)
places-help = Drag a name into the picture, or leave it anywhere.
places-empty = Drag a name in here
places-anywhere = Anywhere:
places-all = Everyone has a place.
places-numbers = By keyboard, or in percent
places-keys = On a name, Enter puts it into the picture and takes it off again. Arrow keys move it, and with Shift they change its size.
prompt-label = What should the picture show?
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
no-pictures-yet = There are no pictures yet. The first one is made in Make.
no-match = No picture matches that. Try fewer or other words.
close-picture = Close
download = Download { $format }
more-like-this = More like this
larger = Larger
start-from-this = Start from this
difference-label = How different?
difference-help = For “More like this”: a little changes details, more changes the whole picture.
more-on-the-way = { NUMBER($count, useGrouping: 0) } pictures like this are on their way; see Make.
larger-on-the-way = A larger one is on its way; see Make.
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
publish-as = You publish as { $name }.
published-at = It is there already, as { $place } ({ $who }, { $since }).
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
publish-pictures-empty = There are none to show yet. Ask for some in Make, from words alone, with nobody else in them, then come back.
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
samples-seen = { $count ->
        [one] 1 look at your photos (samples)
       *[other] { NUMBER($count, useGrouping: 0) } looks at your photos (samples)
    }
lesson-ready = { $name } is ready. Open Make and ask for a picture.
lesson-ready-early = { $name } is ready, as it was after { NUMBER($step, useGrouping: 0) } steps. Open Make and ask for a picture.
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
job-log = What the log says
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
photo-fault = { NUMBER($number, useGrouping: 0) }: { $faults }
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
base-model-pocket = Pocket (small, comes with Cuddle)
base-model-pocket-help = Draws a small cartoon world in 256×256 pixels. No download, no graphics card; good for a first try.
base-model-sdxl-help = Makes photos and paintings, 1024×1024 pixels. Needs a graphics card with 6 GB or more, one 7 GB download.
base-model-sd15-help = Makes photos and paintings, 512×512 pixels. For small graphics cards, from 4 GB; one 2 GB download.
base-model-like = A { $title } model from { $source }.
base-model-automatic-help = { $title }. { $help } { $why }

# Pictures
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

# Bounds of values
empty-value = empty
no-number-between = { $name } is { $value }; choose a number between { $low } and { $high }.
no-whole-number-between = { $name } is { $value }; choose a whole number between { NUMBER($low, useGrouping: 0) } and { NUMBER($high, useGrouping: 0) }.
not-true-or-false = { $name } is { $value }; choose true or false.
not-text = { $name } is { $value }; write it as text of at most { NUMBER($longest, useGrouping: 0) } characters.
text-too-long = { $name } is { $length } characters long; { $longest } are fine. Please shorten it.
text-too-short = { $name } is empty; write between { NUMBER($shortest, useGrouping: 0) } and { $longest } characters.
text-not-one-line = { $name } holds a line break or a character that cannot be shown; write it on one line.
no-such-choice = { $name } is '{ $value }'; choose one of: { $choices }.
file-outside = The file '{ $file }' is outside of the data folder; upload it instead.
give-as-text = { $name } is { $value }; give it as text.
text-with-half-character = { $name } is '{ $value }', with a character that is none; type it anew.
give-as-whole-number = { $name } is { $value }; give it as a whole number.
far-too-large = { $name } is { $value }, which is far too large; give it as a smaller whole number.
give-as-number = { $name } is { $value }; give it as a number.
give-a-list = { $name } came as { $value }; give a list.
give-a-list-of-texts = { $name } came with { $value } among the rest; give a list of texts.
give-by-name = { $name } came as { $value }; give values by name, such as { "{" }'steps': 200{ "}" }.
side-no-multiple = { $name } is { NUMBER($side, useGrouping: 0) } pixels; choose a multiple of 8, such as { NUMBER($near, useGrouping: 0) }.
field-on-page = “{ $label }”
label-in-group = { $group }: { $label }

# What values of a request and of a recipe are called
request-file-name = A file name
request-seed = Seed
request-typed-prompt = The prompt as it was typed
request-picture-id = A picture's id
request-grid-parameter = A grid's parameter
request-picture-file = The picture's file
request-subject-name = A subject's name
request-given-name = The file's name
request-word-is-made = Whether the trigger word is made
request-name = The subject's name
request-repository = The repository
request-commit = The commit
request-file-size = The file's size
request-instance-prompt = The instance prompt
request-family = The family
request-mark = The subject's mark
request-replaced-commit = The commit that may be replaced
request-private = Private
request-a-file = A file's name
recipe-subject-type = The type of subject
recipe-rank = Rank
recipe-alpha = Alpha
recipe-samples = Samples
recipe-learning-rate = Learning rate
recipe-batch-size = Batch size
recipe-resolution = Resolution
recipe-checkpoint-samples = Samples between checkpoints
recipe-sample-samples = Samples between sample pictures
recipe-prior-preservation = Prior preservation
recipe-last-timestep = The last timestep
recipe-first-timestep = The first timestep
recipe-outside-weight = The weight of what is around the subject
recipe-outside-prior-weight = The weight of the base model around the subject
recipe-close-ups = Close-ups
recipe-convolutions = Convolutions
recipe-checkpoint-steps = Steps between checkpoints
recipe-sample-steps = Steps between sample pictures
request-steps-with = Steps with { $sampler }
request-strength-of = The likeness strength of { $name }
request-place-of = The place of { $name }
request-caption-of = The caption of { $name }

# Files and folders
path-too-long = The path of { $path }… is too long: no name in it may take more than 255 bytes. Choose a shorter one with --data-folder.
file-not-written = { $place } could not be written ({ $reason }). A folder that you own is fine: change its permissions, or choose another one with --data-folder.
disk-full = The disk is full: { $place } could not be written, and nothing that was there before was lost. Free some space (old pictures can be deleted in the Album, and its bin emptied), then try again.


# What a file is that is no photo, and what to do about it
file-kind-text = { $count ->
    [one] a text file
   *[other] text files
}
file-kind-raw = { $count ->
    [one] a RAW photo
   *[other] RAW photos
}
file-kind-video = { $count ->
    [one] a video
   *[other] videos
}
file-kind-sound = { $count ->
    [one] a sound file
   *[other] sound files
}
file-kind-pdf = { $count ->
    [one] a PDF
   *[other] PDFs
}
file-kind-svg = { $count ->
    [one] an SVG drawing
   *[other] SVG drawings
}
file-kind-web-page = { $count ->
    [one] a web page
   *[other] web pages
}
file-kind-photoshop = { $count ->
    [one] a Photoshop file
   *[other] Photoshop files
}
file-kind-jpeg-xl = { $count ->
    [one] a JPEG XL photo
   *[other] JPEG XL photos
}
file-kind-postscript = { $count ->
    [one] a PostScript file
   *[other] PostScript files
}
file-kind-office = { $count ->
    [one] an office document
   *[other] office documents
}
file-kind-program = { $count ->
    [one] a program
   *[other] programs
}
file-kind-database = { $count ->
    [one] a database
   *[other] databases
}
file-kind-rar = { $count ->
    [one] a RAR archive
   *[other] RAR archives
}
file-kind-7z = { $count ->
    [one] a 7z archive
   *[other] 7z archives
}
file-kind-gzip = { $count ->
    [one] a gzip archive
   *[other] gzip archives
}
file-kind-bzip2 = { $count ->
    [one] a bzip2 archive
   *[other] bzip2 archives
}
file-kind-xz = { $count ->
    [one] an xz archive
   *[other] xz archives
}
file-kind-zstd = { $count ->
    [one] a zstd archive
   *[other] zstd archives
}
file-kind-tar = { $count ->
    [one] a tar archive
   *[other] tar archives
}
choose-photo-itself = Choose the photo itself.
upload-again-or-leave-out = Upload it once more, or leave it out.
save-as-one-of-these = Save it as one of these, or leave it out.
save-as-jpeg-in-camera-program = Save it as JPEG in the program that came with the camera.
choose-photo-or-frame = Choose a photo, or save one frame of it as JPEG.
save-photos-in-it-as-jpeg = Save the photos in it as JPEG.
save-as-png = Save it as PNG.
save-as-jpeg = Save it as JPEG.
save-picture-not-page = Save the picture itself, not the page that shows it.
unpack-archive = Unpack it, and upload the photos or a zip of them.

# Files of photos
photo-formats-fine = JPEG, PNG, WebP, HEIC, AVIF, TIFF and BMP photos are fine
file-in-zip = { $file } in { $zip }
file-empty = { $count ->
    [one] { $files } is empty (0 bytes)
   *[other] { $files } are empty (0 bytes)
}; { photo-formats-fine }. { $advice }
file-no-photo = { $count ->
    [one] { $files } is not a photo that can be opened
   *[other] { $files } are not photos that can be opened
}; { photo-formats-fine }. { $advice }
file-picture-not-opened = { $count ->
    [one] { $files } is { $kind }, which Cuddle cannot open
   *[other] { $files } are { $kind }, which Cuddle cannot open
}; { photo-formats-fine }. { $advice }
file-another-kind = { $count ->
    [one] { $files } is not a photo but { $kind }
   *[other] { $files } are not photos but { $kind }
}; { photo-formats-fine }. { $advice }
zip-others-left-out = { $count ->
    [one] { $files } in { $zip } is no photo and was left out.
   *[other] { $files } in { $zip } are no photos and were left out.
}
zip-in-zip = { $zip } holds another zip, { $files }; pack the photos themselves into one zip.
zip-regularization = { $count ->
    [one] { $files } in { $zip } is a picture
   *[other] { $files } in { $zip } are pictures
} of others of the kind (regularization), which Cuddle makes itself where it needs them, so nothing was taken of that folder.
zip-companions = { $count ->
    [one] { $zip } holds a file that computers or photo programs keep beside photos ({ $marks }); it was left out.
   *[other] { $zip } holds { NUMBER($count, useGrouping: 0) } files that computers or photo programs keep beside photos ({ $marks }); they were left out.
}
photo-too-large = { $photo } is { NUMBER($size, useGrouping: 0) } MB; photos of up to { NUMBER($most, useGrouping: 0) } MB are fine. Save a smaller copy.
file-is-folder = { $file } is a folder; { photo-formats-fine }, and zips of them. Choose the photos inside it.
file-not-read = { $file } cannot be read ({ $reason }); upload it once more.
file-companion = { $file } is what computers and photo programs keep beside photos, so it was left out.
zip-leads-out = { $zip } holds a file named '{ $file }', which leads out of the zip, so it was left out; plain names such as cat1.jpg are fine. Only take zips from people you trust.
zip-locked = { $zip } is locked with a password; a zip without one is fine. Pack it again without.
zip-without-photos = { $zip } holds no photos; { photo-formats-fine }. Pack the photos themselves into the zip.
zip-of-photos = a zip of photos
zip-of-so-many-photos = a zip of { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) } photos
zip-long-list = { $zip } lists very many files; { $fine } is fine. Pack only those.
zip-damaged = { $zip } is a damaged zip; a whole zip of photos is fine. Pack or upload it again.
zip-too-many-files = { $zip } holds { NUMBER($count, useGrouping: 0) } files; { $fine } is fine. Pack only those.
zip-too-large = { $zip } would unpack to { $size } GB; up to { $most } GB is fine. Pack only the photos, or upload them one by one.

# Photos while they are opened
photo-several-pictures = { $photo } holds several pictures, of which the first one was taken.
photo-memory = { $photo } takes more than { NUMBER($most, useGrouping: 0) } MB of memory to open. Save a smaller copy, or one as JPEG.
photo-damaged = { $photo } is damaged or cut short; whole photos are fine. Upload it once more, or leave it out.
photo-damaged-in-zip = { $photo } is damaged; a whole zip of photos is fine. Pack it again.
photo-many-megapixels = { $photo } has more than 170 megapixels; up to { NUMBER($most, useGrouping: 0) } are fine, { NUMBER($most_jpeg, useGrouping: 0) } as JPEG. Save a smaller copy.
photo-not-opened = { $photo } is not a photo that can be opened; { photo-formats-fine }. Save it as one of these, or leave it out.
photo-too-small = { $photo } is too small or too narrow: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels; at least { NUMBER($least, useGrouping: 0) } on the short side are fine, 512 are better, and at most { NUMBER($times, useGrouping: 0) } times as much on the long side. Choose a larger photo, or a part of this one.
photo-moving = { $photo } is a moving picture; { photo-formats-fine } when they stand still. Save one frame of it as JPEG.
photo-megapixels = { $photo } has { $megapixels } megapixels ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); up to { NUMBER($most, useGrouping: 0) } are fine, { NUMBER($most_jpeg, useGrouping: 0) } as JPEG. Save a smaller copy.
photo-megapixels-jpeg = { $photo } has { $megapixels } megapixels ({ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }); up to { NUMBER($most, useGrouping: 0) } are fine. Save a smaller copy.
photo-reader-ended = { $photo } could not be opened: what reads it ended over it. Save it anew as JPEG, or leave it out.
photo-takes-too-long = { $photo } takes more than { $seconds } seconds to open. Save it anew as JPEG, or leave it out.
photo-given-twice = { $copy } is the same photo as { $own }, so it was taken once.
photo-copy-as = { $copy } (as { $own })
photos-given-twice = { NUMBER($count, useGrouping: 0) } photos are the same as others, so each was taken once: { $copies }.
photos-left-too-few = There { $count ->
    [0] are no photos
    [one] is 1 photo
   *[other] are { NUMBER($count, useGrouping: 0) } photos
} left; { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) } are fine. Add some more.
photos-too-few = { $count ->
    [one] You gave { NUMBER($count, useGrouping: 0) } photo
   *[other] You gave { NUMBER($count, useGrouping: 0) } photos
}; { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) } are fine. Add some more.
photos-too-many = { $count ->
    [one] You gave { NUMBER($count, useGrouping: 0) } photo
   *[other] You gave { NUMBER($count, useGrouping: 0) } photos
}; { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) } are fine. Choose the best ones and leave the others out.
one-of-several-photos = { $file } holds { NUMBER($count, useGrouping: 0) } photos; give one of them.

# Captions
caption-not-utf-8 = { $file } is no text in UTF-8, so no caption was taken from it; save it as UTF-8.
caption-empty = { $file } is empty, so no caption was taken from it; write one, or leave it out.
caption-damaged = { $file } is damaged, so no caption was taken from it; pack the zip again.
caption-several-lines = Of { $file } the first of { NUMBER($count, useGrouping: 0) } lines was taken as the caption; write it on one line.
caption-too-long = The caption in { $file } is { $length } characters long; { NUMBER($most, useGrouping: 0) } are fine, so its beginning was taken. Shorten it.
caption-of-no-photo = { $file } belongs to no photo, so it was left out; the caption of cat1.jpg is called cat1.txt.
captions-taken = { $count ->
    [one] The caption of 1 photo was taken from a text file beside it.
   *[other] The captions of { NUMBER($count, useGrouping: 0) } photos were taken from text files beside them.
}
folder-name-and-captions = From the folder “{ $folder }” it was taken that “{ $words }” in the captions means the one you teach; its { $repeats } repeats were not: a lesson looks at every photo equally often.
folder-photos-alone = Of the folder “{ $folder }” only the photos and captions were taken: name and kind are those that you write, and a lesson looks at every photo equally often, not { $repeats } times.
caption-for-no-photo = There is a caption for { $photo }, but no such photo; there are: { $photos }.
names-and-so-on = { $names }, …
captions-not-as-many = There are { NUMBER($captions, useGrouping: 0) } captions and { NUMBER($photos, useGrouping: 0) } photos; give one for each photo, in their order and empty where you have none, or give them by file name.
captions-unreadable = The captions are { $value }; give them by file name, such as { "{" }'cat1.jpg': '[name] on a sofa'{ "}" }, or as a list in the order of the photos.


# What is worth a second look in a lesson
everyday-word = “{ $word }” is an everyday word, so pictures of { $name } may show that, too. A name that is no other word, or a longer one such as “{ $name } Miller”, keeps them apart.
trigger-word-made = The file states no trigger word, so “{ $word }” was made of the name. If pictures do not look like { $name }, take the file in again with the word that it was taught with.
photos-alike = Photos { NUMBER($first, useGrouping: 0) } and { NUMBER($second, useGrouping: 0) } look nearly the same; different views teach more.
photos-alike-and-more = Photos { NUMBER($first, useGrouping: 0) } and { NUMBER($second, useGrouping: 0) } look nearly the same (and { NUMBER($more, useGrouping: 0) } more pairs); different views teach more.
photo-small = Photo { $photo } is small and is enlarged { $times } times; a larger copy keeps more detail.
photos-small = Photos { $photos } are small and are enlarged up to { $times } times; larger copies keep more detail.
photos-all-small = All photos are small and are enlarged up to { $times } times; larger copies keep more detail.
photo-is-blurred = Photo { $photo } is blurred; a sharper one teaches more.
photos-are-blurred = Photos { $photos } are blurred; sharper ones teach more.
photo-is-dark = Photo { $photo } is very dark; one with more light teaches more.
photos-are-dark = Photos { $photos } are very dark; ones with more light teach more.
photo-is-screenshot = Photo { $photo } looks like a screenshot, and what is around the picture would be learned, too; the photo itself teaches more.
photos-are-screenshot = Photos { $photos } look like screenshots, and what is around the pictures would be learned, too; the photos themselves teach more.
# At the photo itself
photo-badge-alike = nearly the same
photo-badge-small = small
photo-badge-blurred = blurred
photo-badge-dark = very dark
photo-badge-screenshot = screenshot

# Names and kinds of subjects
name-empty = The name is empty; give a name of 1 to { NUMBER($most, useGrouping: 0) } characters, such as Dumpling.
name-too-long = The name '{ $name }' is { NUMBER($length, useGrouping: 0) } characters long; { NUMBER($most, useGrouping: 0) } are fine. Shorten it.
name-with-signs = The name '{ $name }' holds { $signs }; letters, digits, spaces and - ' . & are fine.
name-without-letters = The name '{ $name }' has no letter or digit; give a name such as Dumpling.
kind-empty = The kind is empty; say what it is in one or two words, such as cat, dog, woman or teapot.
kind-too-long = The kind '{ $kind }' is { NUMBER($length, useGrouping: 0) } characters long; { NUMBER($most, useGrouping: 0) } are fine. Shorten it.
kind-more-than-words = The kind '{ $kind }' holds more than words; letters, spaces and - on one line are fine. Say what it is in one or two words, such as cat, dog or woman.
kind-not-known = The kind '{ $kind }' is no word that Cuddle knows, and models read English; say in English what it is, such as cat, woman or teapot.
trigger-word-not-fine = The trigger word is '{ $word }'; one word of 1 to { NUMBER($most, useGrouping: 0) } of a-z and 0-9 is fine.

# Subjects and their lessons
step-of-untaught = { $name } is not taught yet; choose an earlier step when the lesson is done.
no-steps-kept = No earlier steps of { $name } are kept; a new lesson keeps some.
step-not-kept = Step { NUMBER($step, useGrouping: 0) } of { $name } is not kept; choose one of these steps: { $steps }.
step-files-gone = The files of step { NUMBER($step, useGrouping: 0) } of { $name } are gone; choose another step.
subject-not-taught = { $name } is not taught yet; wait until the lesson is done, or leave it out.
subject-failed = The lesson of { $name } did not end well; try it again at Home, or leave it out.
subject-no-file = { $name } has no { $format } file; it is there once the lesson is done.
subject-being-taught = { $name } is being taught right now. Cancel the lesson first, then delete it.
subject-being-cancelled = The lesson of { $name } has just begun and is being cancelled; delete it then.
file-gone = The file { $file } is not there any more.

# How Cuddle is started
password-no-text = CUDDLE_PASSWORD is no text; write the password in it.
setting-not-fine = The setting { $setting } is '{ $value }': { $reason }. Change --{ $option } or CUDDLE_{ $variable }.
password-too-short = The password has { NUMBER($length, useGrouping: 0) } characters; a page that others can reach needs at least { NUMBER($least, useGrouping: 0) }. Four unrelated words are a good one. With --share and no login, Cuddle makes one.
password-too-easy = The password is too easy to guess: without the name, well-known words, repeats and sequences hardly anything is left of it. Four unrelated words are a good one. With --share and no login, Cuddle makes one.
login-without-colon = { $source } takes a name and a password with a colon between them, such as anna:secret.
login-file = The login file { $file }
login-file-not-utf-8 = { $file } is not text in UTF-8; write name:password in it.
login-file-not-read = { $file } cannot be read ({ $reason }); give the path of a file with one line, name:password.
login-file-several-lines = { $file } has more than one line; one, name:password, is fine.


## ---- Errors: pictures, metadata, prompts

# What a picture may be asked for beside its words
start-gone = The picture to start from is not there any more. Choose it once more.
no-start = There is no picture to start from; give its id as picture, or a file from keep_start.
sheet-of-several = This is a sheet of several pictures. Open one of them and choose that again.
no-picture-option = There is no option '{ $option }' for pictures; there are: { $options }.
sampler-without-helper = { $sampler } needs a helper LoRA, and there is none for { $model }. Choose another sampler; DPM++ 2M AYS is fast on every base model.
choice-unreadable = A chosen subject is '{ $value }'; give it as name, strength and, if you like, box.
choice-unknown-name = A chosen subject holds '{ $value }'; name, strength and box are fine.
place-unreadable = { $place } is { $value }; give left, top, right, bottom between 0 and 1.
subject-chosen-twice = { $name } is chosen twice; choose each subject once and set its strength.
given-start = The picture to start from
given-larger = The larger version
given-grid = The grid
given-side = A side of the grid
not-by-name = { $name } is { $value }; give { $names } by name.
unknown-among = { $name } holds '{ $value }'; { $names } are fine.

# Grids
axis-of-subject = Likeness of { $name }
axis-number = { $axis } { NUMBER($value, useGrouping: 0) }
axis-words = { $axis }: { $value }
grid-prompts = { $axis } has { NUMBER($count, useGrouping: 0) } prompts in the grid; give its values alone.
grid-values = { $axis } has { NUMBER($count, useGrouping: 0) } values in the grid; 1 to { NUMBER($most, useGrouping: 0) } are fine.
grid-value-unreadable = { $axis } is { $value } in the grid; give a number or words.
grid-sides-equal = { $axis } is given for both sides of the grid; choose two different ones.
grid-too-large = The grid has { NUMBER($count, useGrouping: 0) } pictures; up to { NUMBER($most, useGrouping: 0) } are fine.
grid-without-x = The grid has no x; give it as a name and a list of values.
grid-side-unreadable = A side of the grid is { $value }; give its name and a list of values.
grid-prompt-unreadable = A prompt of the grid is { $value }; give the grid's values alone.
grid-strength-of-nobody = The grid asks for likeness strengths, but no subject is in the picture. Choose whom you mean.
grid-strength-of-absent = The grid asks for likeness strengths, but not { $name } is in the picture. Choose whom you mean.
grid-words-not-held = The grid's first words are '{ $words }', which the prompt does not hold.
grid-words-in-names = The grid's first words are '{ $words }', which the prompt holds in names alone.
grid-size-unreadable = A size in the grid is { $value }; write it such as 1024x1024.
grid-no-start = The grid asks how much a picture changes, but there is no picture to start from.
grid-no-larger = The grid asks how much the larger version changes, but no larger version is asked for.

# How a prompt is read
readings-unreadable = The readings are { $value }; give up to { NUMBER($most, useGrouping: 0) } by name, such as { "{" }'Rose 2': 'word'{ "}" }.
reading-unreadable = The reading of '{ $name }' is { $value }; '{ $as_name }' and '{ $as_word }' are fine.
lora-to-avoid = “{ $lora }” is a LoRA among the things to avoid, and is left out.
lora-of-nobody = The LoRA “{ $lora }” is none of your subjects, so it is left out; its file can be taken in at Home.
strength-taken = The strength of { $name } is { $given }; { $taken } is taken.
named-not-chosen = { $name } is named but not chosen, so the picture is made without { $name }; choose { $name } as well.

# What other programs' prompts hold beside words
elsewhere-hypernetwork = a hypernetwork
elsewhere-tag = a tag of another program
elsewhere-embedding = an embedding
elsewhere-wildcard = a list of words
elsewhere-prompts = several prompts at once
elsewhere-turns = words that take turns
elsewhere-changes = words that change during the steps
elsewhere-drawn = a choice that is drawn
syntax-elsewhere = “{ $written }” ({ $what })
tag-left-out = “{ $written }” is a tag of another program and is left out.
embedding-left-out = “{ $written }” stands for an embedding, which Cuddle does not load; it is left out.
wildcard-not-here = “{ $written }” stands for a list of words that is not here; write the word itself.
break-left-out = “BREAK” is left out: Cuddle reads long prompts in parts by itself.
and-as-word = “AND” joins several prompts in other programs; here it is read as the word “and”.
words-turns-read = “{ $written }” changes words at each step, which Cuddle does not do; “{ $read }” is read.
words-turns-left-out = “{ $written }” changes words at each step, which Cuddle does not do; it is left out.
words-changes-read = “{ $written }” changes words on the way, which Cuddle does not do; “{ $read }” is read.
words-changes-left-out = “{ $written }” changes words on the way, which Cuddle does not do; it is left out.
weight-of-another = “{ $written }” weighs words in another program; here “({ $inside })” does.
choice-read = “{ $written }” is a choice that another program draws; “{ $read }” is read.

# Settings in picture files
picture-formats-fine = A PNG, JPEG or WebP picture made by Cuddle, A1111 or ComfyUI is fine
picture-too-large = { $file } is larger than { NUMBER($most, useGrouping: 0) } MB. { picture-formats-fine }.
picture-not-read = { $file } cannot be read, or it is damaged. { picture-formats-fine }.
picture-without-parameters = { $file } is no picture with parameters. { picture-formats-fine }.
unknown-program = a program that Cuddle does not know
picture-own-damaged = { $file } was made by Cuddle, but its parameters are damaged. { picture-formats-fine }.
picture-of-another-program = { $file } was made by { $program }, whose parameters Cuddle does not read. { picture-formats-fine }.
picture-graph-without-sampler = { $file } holds a graph of ComfyUI without a plain sampler in it, which Cuddle does not read. { picture-formats-fine }.
picture-other-text = { $file } holds a text that is no parameters ('{ $text }'). { picture-formats-fine }.
picture-stealth = { $file } hides its parameters in its pixels (stealth PNG), where Cuddle does not read them. { picture-formats-fine }.
picture-nothing-in-it = { $file } carries no parameters; copies that messengers and photo programs make have lost them. { picture-formats-fine }.
picture-cut-off = { $file } is cut off before its parameters. { picture-formats-fine }; download it again.
picture-text-too-long = The text '{ $text }' in { $file } is longer than { NUMBER($most, useGrouping: 0) } MB; nothing was read. { picture-formats-fine }.
found-steps = number of steps
found-guidance-scale = guidance scale
found-width = width
found-height = height
found-prompt = prompt
found-negative-prompt = list of things to avoid
found-own-damaged = What Cuddle itself wrote into it is damaged, so this is what it says to other programs.
found-later-version = A later version of Cuddle made it; not taken over: { $names }.
found-missing = It does not say: { $values }; what suits the base model is filled in.
found-other-sampler = Its sampler '{ $sampler }' is not one of Cuddle's; { $chosen } is chosen.
found-no-sampler = It names no sampler; { $chosen } is chosen.
found-seed-beyond = Its seed { $seed } is beyond Cuddle's (0 to { NUMBER($most, useGrouping: 0) }); a new one will be drawn.
found-variation-beyond = Its variation ({ $strength } towards the seed { $seed }) is none of Cuddle's; left out.
found-no-prompt = It has no prompt that could be read.
found-not-taken-over = Not taken over: { $what }.
found-also-not-taken-over = Also not taken over: { $what }.
found-more-nodes = Nor were { NUMBER($count, useGrouping: 0) } more of its nodes.
found-nearest = Its { $value } is { $given }; the nearest that Cuddle makes is { $near }.
found-long-text = Its { $value } is { $length } characters long; the first { $most } are filled in.
found-many-loras = It names { NUMBER($count, useGrouping: 0) } LoRAs; the first { NUMBER($most, useGrouping: 0) } are looked at.
found-strength = The strength of { $name } is { $given }; { $taken } is filled in.
found-subject-twice = A subject is in it twice; the first of its strengths is filled in.
found-many-subjects = It has { NUMBER($count, useGrouping: 0) } subjects; the first { NUMBER($most, useGrouping: 0) } are filled in.
found-lora-of-nobody = The LoRA '{ $lora }' is none of your subjects, so it is left out; its file can be taken in at Home.
found-no-base-model = Its base model '{ $model }' is not here; the automatic choice is filled in instead.
found-noise-of-card = { $program } drew its noise on the graphics card, so the same seed gives another picture here.
found-noise-unsaid = It does not say where its noise was drawn; if on the graphics card, its seed gives another picture here.
comfy-noise-here = { $sampler } draws its fresh noise otherwise in ComfyUI, so it is another picture here.
comfy-computed-here = { $sampler } is computed otherwise in ComfyUI, so it is another picture here.

# What of a graph of ComfyUI is not taken over
graph-text-encoder-strength = the strength of '{ $lora }' in the text encoder
graph-several-pictures = { NUMBER($count, useGrouping: 0) } saved pictures are in the graph, of which the first was read
graph-part-alone = that the { $value } holds for a part of the picture alone
graph-words-of-part = of the { $value } the words of a part of the picture: “{ $words }”
graph-words-added = of the { $value } the words that were added to it: “{ $words }”
graph-weight = that “{ $words }” counts { $weight } times ({ $near } here)
graph-so-many-times = { NUMBER($count, useGrouping: 0) } times { $what }

# What ComfyUI makes otherwise of a picture of ours
comfy-noise-there = { $sampler } draws its fresh noise otherwise there.
comfy-computed-there = { $sampler } is computed otherwise there.
comfy-noise-levels = The noise levels of { $sampler } are the same there with { NUMBER($steps, useGrouping: 0) } steps alone.
comfy-loras-everywhere = All LoRAs work everywhere there; here each subject kept to a place of its own.
comfy-no-places = Subjects have no places there.
comfy-one-picture = It is one picture there, not a sheet of several.
comfy-curly-brackets = Its page chooses among words in { "{" }curly brackets{ "}" } and leaves out what follows // or /*.
comfy-embedding = “embedding:” loads a file there; here it is a word.
comfy-long-prompt = A prompt as long as this one may be parted at other words there.
comfy-choose-start = Choose the picture that it starts from in the node Load Image there.


person-id-not-plain = A person's id is '{ $id }'; use 1 to 40 of the characters a-z and 0-9.

## ---- Errors: models, the Hub, engines, the folder

weights-kind-empty = empty: it holds no weights
weights-gone = { $name } is not there (any more). Put it back, or choose another one.
weights-not-read = { $name } cannot be read ({ $error }). Put it back, or choose another.
weights-empty = an empty file; download it again

# Base models
auto-chosen-at-start = It was chosen with --base-model.
auto-not-known-yet = Cuddle is still looking whether this computer has a graphics card.
auto-without-card = This computer has no graphics card that Cuddle can use; { $title } needs one.
auto-card-too-small = The graphics card has { NUMBER($there, useGrouping: 0) } GB; { $title } needs { $needed } GB or more.
auto-card-large-enough = The graphics card has { NUMBER($there, useGrouping: 0) } GB, enough for { $title }.
photos-drawn-by = Choose { $title } under “More settings”; the graphics card here is large enough for it.
photos-drawn-elsewhere = For real photos start Cuddle on a computer with a graphics card of { $needed } GB or more, or choose { $title } under “More settings”, which takes hours here; to try Cuddle now, take the sample photos.
photo-beyond-pocket = Photo { NUMBER($number, useGrouping: 0) } is nothing that the pocket model can draw: it knows its own small cartoon world alone, and a lesson on other photos ends in coloured shards. { $instead }
lesson-too-long-on-cpu = This lesson on { $title } would take between { $least } and { $most } here, where Cuddle works on the CPU ({ $samples } samples of { $tflop } TFLOP each). It needs a graphics card with { $needed } GB or more; choose the pocket model, or start Cuddle on a computer with such a card.
some-days = { NUMBER($count, useGrouping: 0) } days
some-hours = { NUMBER($count, useGrouping: 0) } hours
some-minutes = { NUMBER($count, useGrouping: 0) } minutes
base-model-pickle = { $file } is a pickle file ({ $suffix }), which is never opened, because it can run programs. Take the .safetensors form of that model, or another one.
base-model-no-safetensors = { $file } is not a .safetensors file. A whole Stable Diffusion XL or 1.5 model ending in .safetensors is fine, and so is a diffusers folder.
base-model-unknown = There is no base model '{ $name }'. Fine are: auto, { $known }, a folder or a .safetensors file of a Stable Diffusion XL or 1.5 model on this computer, or a Hub repository written as owner/name.
base-model-file-gone = { $file } is not there (any more). Put it back, or choose another base model.
base-model-not-at = The base model { $title } is not at { $place }. Put it back, or choose another one.
base-model-not-in-folder = The base model { $title } is not at { $folder }. Put it back there, or choose another one.
base-model-not-opened = { $title } at { $place } cannot be opened ({ $error }). A whole { $family } model is fine: copy or download it again.
base-model-without-part = { $title } in { $folder } has no folder '{ $part }'. A whole diffusers folder is fine: copy or download it again.
base-model-of-another-family = { $title } is a { $family } model and was taken for a { $taken_for } one. Cuddle knows that now: choose it once more, and start this again.
base-model-predicts-other = { $title } predicts '{ $predicted }'; Cuddle works with models that predict noise or velocity, such as SDXL base. Choose one of those.
base-model-not-portable = The base model { $name } is a file or folder of this computer, and the work is done on another machine, where it means nothing. Choose pocket, sdxl, sd15 or a Hub repository written as owner/name, or start Cuddle without --engine to work here.
family-unknown = { $title } is of the family '{ $family }'; fine are: { $fine }.
subject-of-another-family = { $name } was taught on { $family } and does not fit { $title }. Choose subjects taught on the same base model, and that base model or auto.
subject-base-model-gone = { $name } was taught on { $base_model }, which cannot be used any more: { $why } Any other { $family } model fits, too: choose one for the picture.
device-unknown = There is no device '{ $device }'; fine are: auto, { $fine }.
device-not-usable = The device '{ $device }' is not usable on this computer; fine here are: auto, { $fine }.
sampler-not-for-flow = { $sampler } does not work on this base model. Choose one of these: { $fine }.
picture-overflowed = The picture came out empty (its numbers overflowed). Choose a smaller guidance scale or smaller likeness strengths, and try again.

# What a file or folder is that was given as a base model
base-model-refused = { $name } is { $what }. Fine is a whole Stable Diffusion XL or 1.5 model in fp16, bf16 or fp32; choose another one.
kind-unknown = not a model that Cuddle knows (its first part is '{ $part }')
kind-without-text-encoder = a { $title } model without its text encoder, so not a whole one
kind-without-autoencoder = a { $title } model without its autoencoder, so not a whole one
kind-of-pipeline = a model of the kind { $pipeline }
kind-with-channels = a model that takes pictures as input ({ $channels } channels instead of 4)
kind-of-width = a Stable Diffusion of another width ({ $width })
kind-inpainting = an inpainting model, which fills holes in pictures (9 input channels instead of 4)
kind-sd2 = a Stable Diffusion 2 model
kind-refiner = the SDXL refiner, which only finishes pictures of the base model
kind-lora = a LoRA, not a base model. At Home it can be taken in as a subject
kind-controlnet = a ControlNet, not a base model
kind-video = a model for videos
kind-flux = a Flux model
kind-sd3 = a Stable Diffusion 3 model
kind-other-channels = a model that takes pictures as input (its first layer has other than 4 channels)
kind-quantised = stored in fewer than 16 bits a number (fp8 or quantised), which lessons cannot build on
kind-cut-down-sdxl = a smaller relative of Stable Diffusion XL (such as SSD-1B), whose one-file form is not read
kind-text-encoder = a text encoder alone
kind-autoencoder = an autoencoder (VAE) alone
kind-unet = a UNet alone, out of a diffusers folder; give the whole folder
kind-embedding = an embedding (textual inversion), not a base model
folder-no-diffusers = { $folder } is not a diffusers folder: it has no readable { $file }. Copy or download the whole folder again.
folder-without-configuration = { $folder } has no readable { $file }. Copy or download the whole folder again.
configuration-damaged = { $file } is damaged. Copy or download it again.

# .safetensors files
file-is-other = { $name } is { $what }.
file-cut-off = { $name } is cut off: { $there } of { $whole } are there. Download it again.
file-damaged = { $name } is not a .safetensors file, or it is damaged. Download it again, or choose another one.
amount-bytes = { $number } bytes
amount-kilobytes = { $number } kB
amount-megabytes = { $number } MB
amount-gigabytes = { $number } GB
file-text = a text file (it begins with '{ $text }'), not a .safetensors file; choose another one
file-no-safetensors = not a .safetensors file, or it is damaged; download it again, or choose another one
file-git-lfs = a pointer of Git LFS, not the file itself; run 'git lfs pull', or download the file
file-web-page = a web page; download the file itself, not the page about it
file-gguf = a GGUF file, which Cuddle does not read
file-pickle-or-zip = a pickle or zip file (.ckpt, .pt), which is never opened, because it can run programs
file-pickle = a pickle file (.ckpt, .pt), which is never opened, because it can run programs

# LoRA files
lora-fine = A LoRA as a .safetensors file, made for the same base model, is fine
lora-of-other-kind = { $name } is { $what }, which Cuddle does not take in. { lora-fine }.
other-oft = an OFT file
other-ia3 = an IA3 file (LyCORIS)
other-differences = a file of whole differences (LyCORIS)
other-glora = a GLoRA (LyCORIS)
other-norms = a LyCORIS file that changes norms
other-embedding = an embedding
other-controlnet = a ControlNet
other-whole-model = a whole model
other-flux = a LoRA for Flux or a model of its kind
other-sd3-or-flux = a LoRA for Stable Diffusion 3 or Flux
lora-of-other-numbers = { $name } holds its part '{ $part }' as { $type }, which are no numbers of a LoRA. Fine are fp32, fp16, bf16 and fp8 (e4m3 or e5m2); save it again as one of those.
lora-part-empty = { $name } is damaged: its part '{ $part }' holds no numbers. Download it again. { lora-fine }.
lora-too-large = { $name } is { $size } GB; LoRA files of up to { $most } GB are fine.
lora-of-other-family = { $name } is a LoRA for { $family } and does not fit { $title }. Choose the base model that it was made for, or another file.
lora-none-in-file = { $name } holds no LoRA (its first part is '{ $part }'). { lora-fine }.
lora-part-not-there = { $name } does not fit { $title }: its part '{ $part }' is not in it. { lora-fine }.
lora-layer-twice = { $name } changes '{ $layer }' twice, under two names, so it is damaged. { lora-fine }.
lora-of-text-alone = { $name } changes the text encoders only, which are left out here. { lora-fine }.
lora-layer-incomplete = { $name } is incomplete: '{ $layer }' has only { $parts }. { lora-fine }.
lora-layer-of-other-size = { $name } does not fit { $title }: its change of '{ $layer }' is { $sizes }, and the base model's layer is { NUMBER($inputs, useGrouping: 0) } to { NUMBER($outputs, useGrouping: 0) }. { lora-fine }.
lora-not-finite = { $name } is damaged: '{ $layer }' holds numbers that are not finite. { lora-fine }.
lora-change-too-large = { $name } is damaged: its change of '{ $layer }' is so large (numbers of 65504, where half precision ends, or a change of a weight by more than { $most }) that no picture could be made with it. Download it again, or choose another one.
lora-file-broken = { $name } is not a .safetensors file, or it is damaged. { lora-fine }; older .pt and .ckpt files are never opened, because they can run programs.

# The Hugging Face Hub
hub-log-in = log in on this computer with '.venv/bin/hf auth login'
hub-no-token = Cuddle has no Hugging Face token yet. Make one that may write at { $page }, then { hub-log-in } (or set HF_TOKEN before you start Cuddle).
hub-no-token-on-space = This Space has no Hugging Face token. Open its Settings, add a secret named HF_TOKEN under “Variables and secrets” with a token from { $page } that may write, and keep the Space private: whoever opens it could publish in your name.
hub-shared = Cuddle is open to others by a public link, and everyone there would publish in your name. Start it without --share to publish.
hub-token-no-token = What is kept as the Hugging Face token holds characters that no token has. Copy one anew from { $page }, without spaces or quotes, and give it to Cuddle in place of the old one.
hub-token-may-only-read = The Hugging Face token of { $name } may only read. Make one that may write at { $page }, and give it to Cuddle in place of this one.
hub-token-unknown = The Hugging Face Hub does not know the token that is here (401); it may have been deleted. Make a new one at { $page }, give it to Cuddle in place of the old one, and try again.
hub-token-without-right = The Hugging Face token that is here has no right to do that with { $what } (403). Make one that may write at { $page }, give it to Cuddle in place of the old one, and try again.
your-account = your account
hub-offline = Cuddle was started with HF_HUB_OFFLINE, so it asks the Hugging Face Hub for nothing. Start it without that variable, and try again.
hub-answer-not-its-own = What came for { $what } is no answer of the Hugging Face Hub. Maybe this network wants you to log in: open { $address } in a browser, then try again.
hub-not-reached = The Hugging Face Hub cannot be reached for { $what } ({ $type }). Check the internet connection, then try again; nothing here is lost.
hub-gated = { $what } is behind a licence. Open it on { $address } in a browser, accept its licence there, { hub-log-in }, and try again.
hub-asked-too-often = The Hugging Face Hub was asked too often (429). Try again in a few minutes; nothing here is lost.
hub-asked-too-often-for =
    { $minutes ->
        [one] The Hugging Face Hub was asked too often (429). Try again in { NUMBER($minutes, useGrouping: 0) } minute; nothing here is lost.
       *[other] The Hugging Face Hub was asked too often (429). Try again in { NUMBER($minutes, useGrouping: 0) } minutes; nothing here is lost.
    }
hub-in-trouble = The Hugging Face Hub has trouble of its own ({ NUMBER($status, useGrouping: 0) }). Try { $what } again in a few minutes; nothing here is lost.
hub-not-found = There is no { $what } on the Hugging Face Hub, or it is private. Check the name; for a private one { hub-log-in } as someone who may read it, and try again.
hub-name-taken = The name { $what } is taken on the Hugging Face Hub by something else (409). Choose another name, and try again.
hub-refused = The Hugging Face Hub refused { $what } ({ NUMBER($status, useGrouping: 0) }). Change that, and try again.
hub-refused-saying = The Hugging Face Hub refused { $what } ({ NUMBER($status, useGrouping: 0) }: { $answer }). Change that, and try again.
hub-no-name = '{ $given }' is no name on the Hugging Face Hub. Give owner/name, such as anna/dumpling-lora, or the address of its page.
hub-name-not-possible = '{ $name }' cannot be a name on the Hub; letters a-z, digits, '-', '_' and '.' are fine, up to 96 of them, such as dumpling-lora.
hub-owner-not-own = The token that is here is of { $name }, and cannot publish as { $owner }; fine are: { $fine }.
hub-address-elsewhere = '{ $address }' is an address elsewhere. LoRAs come from the Hugging Face Hub: give owner/name, or the address of its page there.
hub-whole-model = { $repository } is a whole model and no LoRA. It can be a base model: choose it as one, or give another repository here.
hub-several-files = { $repository } holds { NUMBER($count, useGrouping: 0) } files: { $files }. Say which one, such as { $repository }/{ $first }.
hub-file-not-there = { $repository } has no file { $file }; there is: { $there }.
hub-nothing-there = no .safetensors file
hub-file-no-safetensors = { $file } is not a .safetensors file; only such files are taken in.
hub-file-pickle = { $file } is a pickle, which is never opened, because it can run programs. Only .safetensors files are taken in: give another file or repository.
hub-repository-pickle = What { $repository } holds is a pickle, which is never opened, because it can run programs. Only .safetensors files are taken in: give another file or repository.
hub-repository-without-lora = { $repository } holds no .safetensors file, so there is no LoRA to take in. Give another one.
hub-file-damaged = { $file } came damaged, and was removed. Try again; if it happens once more, check the connection and the disk.
hub-file-without-room = { $file } needs { $needed } GB on the disk, and { $free } GB are free there. Free some space, and try again.
hub-part-damaged = { $file } of { $title } came damaged, and was removed. Try again; if it happens once more, check the connection and the disk.
hub-cache-without-room = { $title } needs { $needed } GB on the disk of { $folder }, and { $free } GB are free there. Free some space, or set HF_HOME to a folder on a larger disk, and try again.
hub-helper-gone = { $repository } on the Hub has no { $file } any more. Choose a sampler that needs no helper LoRA, such as DPM++ 2M AYS.
hub-no-diffusers-model = { $repository } on the Hub has no model_index.json, so it is no diffusers model. Choose a repository in diffusers' form, or download its .safetensors file and give that.
hub-no-safetensors = { $repository } on the Hub has no .safetensors weights for its '{ $folder }'. Pickles are never opened, because they can run programs; choose a repository that has .safetensors files.
base-model-gated = { $repository } is behind a licence. Open https://huggingface.co/{ $repository } in a browser, accept its licence there, { hub-log-in }, and try again.
base-model-not-on-hub = There is no model '{ $repository }' on the Hugging Face Hub, or it is private. Check the name; for a private one { hub-log-in }, and try again.
base-model-not-let-go = The Hugging Face Hub did not let { $title } go ({ NUMBER($status, useGrouping: 0) }).{ $kept ->
        [some] { " " }{ $done } of { $total } GB are here and stay; the next try goes on there.
       *[none] { "" }
    } Log in on this computer with '.venv/bin/hf auth login', as someone who may read it, and try again.
base-model-answered = The Hugging Face Hub answered { NUMBER($status, useGrouping: 0) } when { $title } was asked for.{ $kept ->
        [some] { " " }{ $done } of { $total } GB are here and stay; the next try goes on there.
       *[none] { "" }
    } Try again in a few minutes.
base-model-not-downloaded = { $title } has to be downloaded first, and the Hugging Face Hub cannot be reached ({ $type }).{ $kept ->
        [some] { " " }{ $done } of { $total } GB are here and stay; the next try goes on there.
       *[none] { "" }
    } Check the internet connection, then try again; the pocket model needs no download.
repository-taken = { $place } on the Hub holds { $what }. Choose another name, or say that it may be replaced; nothing there was changed.
holding-something-else = something that Cuddle did not publish ({ $file })
holding-another-subject = another subject, { $name }
holding-a-subject = a subject that was published before
publish-file-missing = { $name } has no { $format } file; teach it anew to publish it.
publish-files-missing = { $name } needs both of its LoRA files to be published.
publish-under-way = { $place } is being published already; wait until that is done, or cancel it first.
publish-picture-not-offered = The picture '{ $id }' cannot be published with { $name }. Pictures that show { $name } alone and began from words are fine, and so are the drawings of the lesson.
publish-too-many-pictures = You chose { NUMBER($count, useGrouping: 0) } pictures; up to { NUMBER($most, useGrouping: 0) } are shown on the Hub.
publish-file-not-made = The file '{ $file }' is not one that Cuddle made; only those can be published.
publish-picture-gone = The picture { $file } is not there any more; choose others to publish.
publish-picture-not-read = The picture { $file } cannot be read; choose others to publish.
publish-lora-gone = The LoRA file { $file } of { $name } is not there any more; publish { $name } anew.
publish-name-no-model = The name { $repository } is taken on the Hub by something that is no model. Choose another name, and try again.
publish-not-whole = { $file } did not arrive whole in { $repository }. Try it again; what is there already is not sent a second time.

# Where jobs run
the-worker = The worker
worker-of-several = Worker { NUMBER($number, useGrouping: 0) } of { NUMBER($count, useGrouping: 0) }
worker-not-looked-after = { $worker } could not be looked after: { $error }
worker-ended = { $worker } ended.
worker-ended-with-code = { $worker } ended with code { NUMBER($code, useGrouping: 0) } (worker.log in the data folder says more).
worker-silent = { $worker } did not answer any more.
worker-starts-again = { $why } It is started again in { NUMBER($seconds, useGrouping: 0) } s; jobs go on by themselves.
worker-not-registered = The worker '{ $id }' is not registered; register it first.
worker-given-up = The page has given this worker up; what it is at goes on elsewhere.
worker-given-up-for-now = The page has given this worker up, as it was not heard of for a while or the page has another data folder now. It comes back by itself when it has nothing at hand.
worker-not-understood = What the worker { $worker } says cannot be read ({ $type }: { $error }). Both machines need the same version of Cuddle.
workers-too-many = --workers is { NUMBER($workers, useGrouping: 0) }, but each worker needs a graphics card of its own, and there are { NUMBER($cards, useGrouping: 0) }. Choose 1 to { NUMBER($cards, useGrouping: 0) }, or leave --workers out.
shared-folder-without-worker = No worker is at the shared folder { $folder }. On the machine that is to work, start python -m worker --shared-folder with that folder.
shared-folder-no-digest = '{ $name }' in the shared folder is no SHA-256; something else writes there, too.
page-says-unknown = The page says '{ $what }', which this version of Cuddle does not know.
job-taken-from-worker = Job { $id } was taken from this worker; stop working on it.

# The data folder and its rows
data-folder-path-too-long = The path of the data folder is too long: with { $name } it takes { NUMBER($bytes, useGrouping: 0) } bytes, and SQLite opens files of up to { NUMBER($most, useGrouping: 0) }. Choose a shorter one with --data-folder.
data-folder-not-removed = The data folder itself is never removed; remove a file or a folder inside it.
file-outside-folder = '{ $file }' is outside of the data folder { $folder }; only files inside are used.
file-name-not-plain = '{ $name }' cannot name a file; use letters a-z, digits, '_', '.' and '-'.
a-file = A file
database-migrating-elsewhere = { $path } is being brought up to date by another Cuddle for more than { NUMBER($seconds, useGrouping: 0) } seconds. Close the other one, then start again.
database-of-another-program = { $path } is a database, but not one of Cuddle's. Choose another data folder with --data-folder, or move that file away.
database-newer = { $path } was written by a newer Cuddle (its version is '{ $version }'). Start that newer Cuddle, or choose another data folder with --data-folder; nothing was changed.
database-not-writable = { $path } cannot be written. Make the file and its folder writable for you, or choose another data folder with --data-folder.
database-not-opened = { $path } cannot be opened. Make the file and its folder readable and writable for you, or choose another data folder with --data-folder.
database-no-database = { $path } is not a database, or it is damaged. Move it away and start again, or choose another data folder with --data-folder.
database-damaged = { $path } is damaged. Put a copy of it from before back, or move it away and start again; photos, LoRA files and pictures lie beside it and are not touched.
database-in-use = { $path } was in use by another program for { NUMBER($seconds, useGrouping: 0) } seconds. Close programs that have it open, then try again.
database-disk-error = The disk with { $path } reported an error. Check that it is connected and has free space, then start again.
picture-not-found = There is no picture '{ $id }' (any more); the Album shows the ones there are.
subject-not-found = There is no subject named '{ $name }' (any more); choose one of the taught ones.
subject-name-taken = There is a subject named '{ $name }' already; choose another name, or delete that one.
trigger-word-taken = The trigger word '{ $word }' belongs to { $name } already; choose another one.

# What is asked of jobs
lesson-without-photos = This lesson has no photos; give at least 3.
photo-learned-and-aside = The photo { $photo } is both learned from and kept aside; choose one.
caption-without-photo = There is a caption for { $name }, but no such photo in this lesson.
place-not-a-box = The place of { $name } is { $box }; give left, top, right, bottom between 0 and 1, left smaller than right and top smaller than bottom.
subjects-too-many = You chose { NUMBER($count, useGrouping: 0) } subjects; up to { NUMBER($most, useGrouping: 0) } fit in one picture.
subjects-not-possible = There are { NUMBER($count, useGrouping: 0) } subjects in this picture; 1 to { NUMBER($most, useGrouping: 0) } are fine.
larger-version-too-large = The larger version would be { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels; up to { NUMBER($most, useGrouping: 0) } on each side are fine. Choose a smaller size, or fewer times.
grid-of-several-seeds = A grid shows one seed, and { NUMBER($count, useGrouping: 0) } pictures are asked for; ask for 1.
trigger-word-not-plain = The trigger word is '{ $word }'; use 1 to 40 of the characters a-z and 0-9.
stored-values-unknown = A stored { $type } holds { $names }; this one holds { $found }.
resolution-not-multiple = Resolution is { NUMBER($resolution, useGrouping: 0) }; choose a multiple of 8, such as 256 or 1024.
recipe-values-unknown = A recipe holds { $names }; this one holds { $found }.
option-unknown = There is no option '{ $option }'; the options are: { $options }.
steps-contradict-samples =
    { $counted ->
        [checkpoint_every_samples] Steps between checkpoints is { NUMBER($steps, useGrouping: 0) } and samples between checkpoints is { NUMBER($samples, useGrouping: 0) }
        [sample_every_samples] Steps between sample pictures is { NUMBER($steps, useGrouping: 0) } and samples between sample pictures is { NUMBER($samples, useGrouping: 0) }
       *[samples] Steps is { NUMBER($steps, useGrouping: 0) } and samples is { NUMBER($samples, useGrouping: 0) }
    }, but with a batch size of { NUMBER($batch_size, useGrouping: 0) }, { NUMBER($steps, useGrouping: 0) } steps see { NUMBER($seen, useGrouping: 0) } samples. Give one of the two.


## ---- Jobs: what they say while they run, and how they fail

# States, as pieces of sentences
job-state-queued = queued
job-state-running = running
job-state-paused = paused
job-state-done = done
job-state-failed = failed
job-state-cancelled = cancelled
job-state-interrupted = interrupted

# What cannot be done with a job
job-cannot-become = This job is { $state }; it cannot become { $other }. Reload the page to see where it stands.
job-not-found = There is no job '{ $id }'; the queue lists the jobs there are.
job-not-running = Job { $id } is { $state }; only a running job makes progress. Stop working on it.
job-not-paused = This job is { $state }; only a paused one can be resumed.
job-not-waiting = This job is { $state }; only a job that waits in the queue can be moved.
job-not-failed = This job is { $state }; only one that failed or was cancelled can be tried again.
job-position-too-small = The position is { NUMBER($position, useGrouping: 0) }; the first place in the queue is 1.
job-no-lesson-to-finish = Only a lesson can be finished early; cancel this job instead.
job-about-to-be-cancelled = This job is about to be cancelled already.
job-over =
    This job is { $state } already; only a job that waits or runs can be { $command ->
        [pause] paused
        [finish] finished early
       *[cancel] cancelled
    }.
lesson-without-step = This lesson has not taken a step yet, so there is nothing to keep. Wait for some steps, or cancel it.
lesson-subject-deleted = The subject of this lesson was deleted, and its photos with it. Teach it anew.
lesson-photos-gone = The photos of this lesson are gone. Teach the subject anew with its photos.

# While they run
downloading = Downloading { $what }: { $done } of { $total } { $unit }
uploading = Uploading to { $what }: { $done } of { $total } { $unit }
getting-ready = Getting ready.
loading-base-model = Loading the base model.
lesson-looking = Looking at the photos.
lesson-picture-in-between = Making a picture in between.
lesson-class-pictures = Making pictures of a { $kind }: { NUMBER($made, useGrouping: 0) } of { NUMBER($count, useGrouping: 0) }.
lesson-too-slow = The steps became ten times slower, as they do when the graphics card's memory is full: close other programs that use it.
plan-fast =
    { $rows ->
        [one] One photo at a time
       *[other] { NUMBER($rows, useGrouping: 0) } photos at once
    }: that needs { NUMBER($needed, useGrouping: 0) } of the { NUMBER($free, useGrouping: 0) } GB free on the graphics card.
plan-partly-twice =
    { $rows ->
        [one] One photo at a time
       *[other] { NUMBER($rows, useGrouping: 0) } photos at once
    } and part of each step computed twice: that needs { NUMBER($needed, useGrouping: 0) } of the { NUMBER($free, useGrouping: 0) } GB free on the graphics card.
plan-twice =
    { $rows ->
        [one] One photo at a time
       *[other] { NUMBER($rows, useGrouping: 0) } photos at once
    } and each step computed twice: that needs { NUMBER($needed, useGrouping: 0) } of the { NUMBER($free, useGrouping: 0) } GB free on the graphics card.
comparing-with-photos = Comparing with the photos.

# What came of them
all-found = { $names } were found.
all-found-in-pictures =
    { $pictures ->
        [one] { $names } were found in the picture.
       *[other] { $names } were found in all { NUMBER($pictures, useGrouping: 0) } pictures.
    }
found-in-one = { $parts }.
some-found =
    { $count ->
        [one] { $names } was found
       *[other] { $names } were found
    }
not-clearly-seen =
    { $count ->
        [one] { $names } is not clearly seen, try another seed
       *[other] { $names } are not clearly seen, try another seed
    }
try-another-seed = { $seen }. Try another seed.
not-clearly-seen-in =
    { $place ->
        [first] In
       *[later] in
    } picture { NUMBER($picture, useGrouping: 0) } { $names } { $count ->
        [one] is
       *[other] are
    } not clearly seen
little-like =
    { $count ->
        [one] { $names } came out little like its photos, try another seed.
       *[other] { $names } came out little like their photos, try another seed.
    }
little-like-in =
    { $count ->
        [one] Little like its photos: { $each }.
       *[other] Little like their photos: { $each }.
    }
name-in-pictures = { $name } in picture { $pictures }
summed-because = Made as a simple sum: keeping each subject itself does not go with { $what } yet.
obstacle-base-model = the base model { $title }
obstacle-subjects = more than { NUMBER($most, useGrouping: 0) } subjects
obstacle-start = a picture to start from
obstacle-sampler = the sampler { $sampler }
obstacle-text-layers = the LoRA of { $name }, which also changes how words are read
obstacle-weight = a weight on { $name } that leaves its kind out
larger-adds-everywhere = The larger version's second pass adds the subjects everywhere.
import-embeddings-left-out = The file also holds { NUMBER($count, useGrouping: 0) } embeddings ({ $first } …), which are left out; the LoRA is whole without them.
import-own-words = The file was taught with the words '{ $words }'; write them in your prompts as well.

# How they fail
job-cancelled = Cancelled.
job-failed = This did not work, and nobody said why. Try it again.
message-of-another-version = Another version of Cuddle noted what happened here ({ $key }), and this one has no words for it.
job-stopped-unexpectedly = Something unexpected stopped this job ({ $type }: { $error }). Its photos and settings are kept: try again; if it stops once more, “{ job-log }” under “{ activity }” shows where.
job-stopped-in-vain = The worker stopped { NUMBER($times, useGrouping: 0) } times at this job without getting further. Its photos and settings are kept: try again, with a smaller size or batch if memory was short; worker.log in the data folder says more.
memory-too-small = There was too little memory for this. Close other programs that use the graphics card or the memory, or choose a smaller size or batch, and try again.
lesson-photo-gone = The photo { $photo } of this lesson is gone. Photos that were deleted meanwhile cannot be learned from: teach the subject again with its photos.
lesson-photo-not-read = The photo { $photo } of this lesson cannot be read any more. Teach the subject again with its photos.
lesson-numbers-ran-away = The lesson's numbers ran away at step { NUMBER($step, useGrouping: 0) }. Its photos and settings are kept: try again with a smaller learning rate, such as half of it.
lesson-subject-gone = { $name } was deleted meanwhile, so there is nobody to teach. Teach the subject anew.
picture-subject-deleted = { $name } was deleted meanwhile, so this picture cannot be made. Leave that subject out, or teach it again.
picture-subject-not-ready = { $name } is not taught yet; wait until the lesson is done, or leave it out.
start-picture-gone = The picture to start from is not there any more. Choose it once more, or start without one.

## Home, the drawer of what goes on, and the lesson's story
activity = What goes on
close-activity = Close
pill-left = { $name }, { $time }
pill-and-more = { $first } and { NUMBER($count, useGrouping: 0) } more
pill-waiting = { NUMBER($count, useGrouping: 0) } waiting
pill-failed = { $count ->
        [one] Something did not work
       *[other] { NUMBER($count, useGrouping: 0) } things did not work
    }
pill-pictures = { $count ->
        [one] A picture
       *[other] { NUMBER($count, useGrouping: 0) } pictures
    }
tell-me = Tell me when something is done
tell-me-on = You are told when something is done, also while this page is in the background.
welcome = Teach Cuddle the ones you love from a few photos, then put them into one picture.
welcome-alt = A striped orange cat and a woman with red hair together on a beach.
welcome-start = Start with my photos
welcome-try = Try { $first } and { $second }
welcome-help = Photos stay on the computer that Cuddle runs on.
home-make = Make a picture
home-make-one = { $name } is ready to be in a picture.
home-make-two = Everybody below who is ready can be in one picture together.
newest-pictures = Newest pictures
all-pictures = All pictures
make-first = Make the first picture
first-ideas = Ideas for it
details = Details
story-photo = { $name } on a photo
story-drawing = { $name } as Cuddle draws it by now
story-left = Ready in about { $time }.
story-left-little = Ready in less than a minute.
teach-close = Back to Home
samples-not-there = The sample subjects are not in this copy of Cuddle; start with your own photos instead.
## The form of Make
make-nobody-yet = You have taught nobody yet. You can make pictures of anything right away; teach somebody to see them in it.
teach-another = Teach somebody
make-prompt-help = In one sentence, with their names. (prompt)
make-button = Make pictures
expert = Expert
field-style = The style
field-press = The mark of the press
style-added = The style adds: { $words }
press-known = You have just asked for the very same, so it was not queued twice. Press once more for more of it.

# How good, and which shape
quality-label = How good?
quality-draft = Draft
quality-draft-help = A quick look
quality-good = Good
quality-good-help = Right for most pictures
quality-best = Best
quality-best-help = Finer details, takes longer
quality-own = Neither: sampler, steps or guidance were set in Expert.
quality-seconds = about { $seconds } s
quality-minutes = about { $minutes } min
shape-label = Which shape?
shape-square = Square
shape-tall = Portrait
shape-wide = Landscape
shape-own = Another size was set in Expert: { $size }.

# Styles
style-label = In which style?
style-none = As it comes
style-none-help = No words are added
style-photo = Photo
style-film = Film
style-watercolour = Watercolour
style-storybook = Storybook
style-pencil = Pencil
style-clay = Clay
style-oil = Oil painting
style-other = Other words
style-own = Save a style of your own
style-name = Its name
style-name-example = Grandma’s album
style-words = The words it adds
style-words-example = faded colour photograph, white border, 1970s
style-save = Save it
style-empty = A style needs a name and words.
style-full = There is room for 40 styles of your own; delete one first.
style-forget = Delete the style { $name }

# Ideas for the sentence. They go to the base model as they are written here, and models read English best.
# No word may change with how many { $who } are.
examples-title = Ideas for the sentence
examples-surprise = Surprise me
examples-back = Back to my own words
examples-filled = Filled in: { $sentence }
example-nobody = a cat
example-in-style = { $sentence } in the style of { $style }
example-windowsill = { $who } asleep on a sunny windowsill
example-cardboard-box = { $who } peeking out of a cardboard box
example-bookshop = { $who } among the shelves of an old bookshop
example-butterfly = { $who } watching a butterfly in a garden
example-low-tide = { $who } running along the beach at low tide
example-leaves = { $who } leaping through autumn leaves
example-stream = { $who } splashing through a mountain stream
example-car-window = { $who } leaning out of a car window, wind in the fur
example-wildflowers = { $who } in a meadow of wildflowers
example-blanket = { $who } wrapped in a woollen blanket
example-cafe = { $who } laughing in a small café, rain outside
example-summit = { $who } on a mountain top at sunrise
example-flower-market = { $who } at a flower market in spring
example-bicycle = { $who } cycling through an old town
example-baking = { $who } baking bread in a bright kitchen
example-umbrella = { $who } under a red umbrella on a rainy street
example-tea-party = { $who } at a tea party on a picnic rug
example-astronaut = { $who } on the moon, the Earth in the sky
example-wooden-table = { $who } on a wooden table by a window
example-shop-window = { $who } in a shop window at dusk
example-sand = { $who } half buried in the sand of a quiet beach
example-moss = { $who } on moss in a deep forest
example-red-sofa = { $who } side by side on a red sofa
example-picnic = { $who } at a picnic in the park
example-rowing-boat = { $who } in a rowing boat on a still lake
example-cherry-tree = { $who } together under a cherry tree in bloom
example-sunset = { $who } on the beach at sunset
example-snowfall = { $who } in gently falling snow
example-balloon = { $who } in a hot air balloon above the clouds
example-autumn-forest = { $who } in a golden autumn forest
example-train = { $who } at the window of a night train
example-campfire = { $who } by a campfire under the stars
example-library = { $who } in a grand old library
example-lantern-street = { $who } in a street full of paper lanterns
example-lavender = { $who } in a field of lavender
example-harbour = { $who } at a small fishing harbour
example-drawn-lying-room = { $who } lying in the living room
example-drawn-sitting-kitchen = { $who } sitting in the kitchen
example-drawn-waving-beach = { $who } waving on the beach
example-drawn-hat-snow = { $who } with a red hat in the snow
example-drawn-beach = { $who } on the beach
example-drawn-snow = { $who } in the snow
example-drawn-forest = { $who } in the forest
example-drawn-city = { $who } on a city street
example-drawn-room = { $who } in the living room
example-drawn-meadow = { $who } in a meadow
example-drawn-desert = { $who } in the desert
example-drawn-night = { $who } at night
example-drawn-kitchen = { $who } in the kitchen
example-drawn-lake = { $who } by the lake
## Languages

language-label = Language
## A part of a picture drawn again

part-not-one = Say which part of the picture is drawn again either by a mask or by a box.
part-missing = Say which part of the picture is drawn again: by a mask, by a box, or by a subject whose place in it is known.
part-not-a-box = A part of a picture is left, top, right and bottom in 0 to 1, not { $box }.
part-and-start = A picture either starts from another one or is a part of one drawn again. Choose one of them.
part-of-absent = “{ $name }” is not in this picture, so that it cannot be drawn again in it. Choose it for the picture first.
mask-empty = Nothing is marked in this mask. Paint over the part that is to be drawn again.
given-inpaint = The part that is drawn again
field-inpaint-strength = How much the part may change
field-place-x = How far from the left
field-place-y = How far from the top
comfy-whole-picture = The whole picture changes there; here a part of it was drawn again, and the rest stayed.
found-part = It is a picture of which a part was drawn again. Its words and numbers are taken over, the part is not.
fact-part = Drawn again
fact-part-of = a part of another picture, which may change by { $strength }
fact-part-who = { $names } in another picture, where a part may change by { $strength }
part-picture-gone = The picture of which a part was to be drawn again is no longer there. Choose it again.
## Photos: what is seen in them, and mended on the page
photo-badge-sideways = lies on its side
photo-badge-faces = several faces
photo-is-sideways = Photo { $photo } seems to lie on its side; turned upright it teaches more.
photos-are-sideways = Photos { $photos } seem to lie on their side; turned upright they teach more.
photo-is-faces = Photo { $photo } shows more than one face; crop it to the one you teach, or leave it out.
photos-are-faces = Photos { $photos } show more than one face; crop them to the one you teach, or leave them out.
photos-few = { NUMBER($count, useGrouping: 0) } photos are enough to begin; { NUMBER($good, useGrouping: 0) } or more from different sides teach more.
photos-one-background = All photos have nearly the same background, which may be learned as part of the one you teach; add some taken elsewhere.
photos-no-close-up = No photo shows the face from near; add a close-up, or crop one photo to the face.
field-quarter-turns = The number of quarter turns
field-is-removed = Whether a photo is left out
field-crop = An edge of a crop
photo-edit-unreadable = An edit of a photo is { $value }; give its quarter_turns, crop and is_removed, such as { "{" }'quarter_turns': 1{ "}" }.
photo-edits-unreadable = The edits are { $value }; give them by file name, such as { "{" }'cat1.jpg': { "{" }'quarter_turns': 1{ "}" }{ "}" }.
photo-edit-of-no-photo = There is an edit of { $photo }, but no such photo; give edits by the names of the photos.
photo-crop-unreadable = A crop is { $value }; give its left, top, right and bottom edges, each from 0 to 1.
photo-crop-too-narrow = A crop keeps too little of its photo; keep at least { $least } % of each side.
photo-cropped-too-small = What is left of { $photo } has { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels; at least { NUMBER($least, useGrouping: 0) } on each side are fine. Crop less of it.
photo-left-out = { $name } is left out of the lesson
photo-turn = Turn
photo-crop = Crop
photo-remove = Remove
photo-undo = Undo
photo-turn-upright = Turn it upright
photo-turn-spoken = Turn photo { $number } by a quarter to the right ({ $name })
photo-crop-spoken = Crop photo { $number } ({ $name })
photo-remove-spoken = Remove photo { $number } ({ $name })
photo-undo-spoken = Undo the last change of { $name }
photo-turn-upright-spoken = Turn photo { $number } upright ({ $name })
photo-turned = { $name } is turned.
photo-cropped = { $name } is cropped.
photo-removed = { $name } is left out.
photo-undone = The last change of { $name } is undone.
crop-title = Crop photo { $number }
crop-help = Drag a frame around what is to be kept, or move its edges below. The photo itself stays as it is, so this can be undone.
crop-frame = What is kept. Arrow keys move it, with Shift they make it larger or smaller.
crop-keep = Keep this part
crop-cancel = Cancel
crop-left = Left edge
crop-top = Top edge
crop-right = Right edge
crop-bottom = Bottom edge
## Album and opened pictures
album-day = Day
album-any-day = Any day
album-people = Who is in the picture
album-which = Which pictures
album-starred = ★ With a star
album-with-star = With a star
album-star = Star
album-bin = Bin
album-select = Choose several
album-bin-help = Pictures stay in the bin for { NUMBER($days, useGrouping: 0) } days; then they are deleted for good.
album-empty-bin = Empty the bin
album-empty-bin-sure = Delete everything in the bin for good?
album-bin-emptied = The bin is empty now.
album-bin-is-empty = The bin is empty.
album-choose-one = Choose: { $title }
album-chosen = { $count } chosen
album-chosen-label = What to do with the chosen pictures
album-shown = Pictures: { $count }
album-choose-all = Choose all shown
album-download = Download zip
album-compare = Compare
album-restore = Restore
album-for-good = Delete for good
album-for-good-sure = Delete the chosen pictures ({ $count }) for good?
album-done = Done
album-undo = Undo
album-packing = The pictures are being put into a zip.
album-zoom = Zoom
album-differs = What differs
album-all-the-same = Both were made with the same settings.
album-page-unknown = This is no place in the album. Reload the page.
album-in-bin = { $count ->
    [one] The picture is in the bin, for { NUMBER($days, useGrouping: 0) } days.
   *[other] { NUMBER($count, useGrouping: 0) } pictures are in the bin, for { NUMBER($days, useGrouping: 0) } days.
}
album-restored = { $count ->
    [one] The picture is back.
   *[other] { NUMBER($count, useGrouping: 0) } pictures are back.
}
album-deleted = { $count ->
    [one] The picture is deleted.
   *[other] { NUMBER($count, useGrouping: 0) } pictures are deleted.
}
field-how-many-chosen = The number of pictures chosen
field-starred = Whether it has a star
field-bin = Whether those in the bin are meant
field-for-good = Whether it is for good
lightbox-title = Opened picture
lightbox-previous = Previous picture
lightbox-next = Next picture
lightbox-place = { $number } of { $count }
lightbox-settings = Settings
lightbox-copy = Copy settings
lightbox-copied = The settings are copied.
lightbox-copy-infotext = Copy for other tools
lightbox-copied-infotext = The settings are copied as A1111, Forge and Civitai read them.
results-asked = You asked for:
results-closest = Closest
server-away = Cuddle does not answer just now. Try again in a moment.

## One's account, guests and things
account-title = Your account
account-link = Your account: { $name }
account-close = Close
account-wait = A moment…
account-stay = Leave it as it is
account-copy = Copy
account-copied = It is copied.
account-you = You
account-owner = You are logged in as { $name }. This Cuddle is yours.
account-guest = You are logged in as { $name }, a guest of { $owner }.
account-with-hub = You come in with your Hugging Face account, { $name }.
account-browsers = { $count ->
    [one] You are logged in in one browser; it was used last: { $moments }.
   *[other] You are logged in in { NUMBER($count, useGrouping: 0) } browsers; they were used last: { $moments }.
  }
account-log-out = Log out
account-log-out-everywhere = Log out everywhere
account-log-out-everywhere-sure = Log out in every browser, in this one too? Programs with a token of yours go on.
account-password = Change the password
account-password-help = It logs you out everywhere; you log in again with the new one.
account-password-help-owner = It logs you out everywhere; you log in again with the new one. A password that Cuddle was started with still holds beside it.
account-password-current = The password you have now
account-password-new = A new one, 12 characters or more
account-password-button = Change it
account-password-changed = Your password is changed. Log in with the new one.
account-log-in-again = Log in
guests-title = Guests
guests-help = Guests teach and make their own pictures here. They see nothing of yours, and you see nothing of theirs but how much it is.
guests-invite = Invite somebody
guests-link = A link for one person
guests-link-help = Send it to the one you invite. It works once, until { $until }, and is not shown again.
guests-invitations = Invitations that nobody has used yet
guests-invitation = Made { $made }, works until { $until }
guests-take-back = Take back
guests-take-back-sure = Take this invitation back? Its link then leads nowhere.
guests-nobody = Nobody is a guest yet.
guests-since = since { $since }
guests-limits = Limits of { $name }
guests-limits-button = Keep these limits
guests-limits-kept = The limits of { $name } are kept.
guests-most-waiting-jobs = Jobs waiting at once
guests-most-minutes-a-day = Minutes of work a day
guests-most-disk-gb = GB of the disk
guests-most-photos = Photos
guests-remove = Remove
guests-remove-sure = Remove { $name }? The account goes at once, and all that { $name } has here is deleted for good: photos, subjects, lessons and pictures.
guests-removed = { $name } is no guest any more, and all that { $name } had here is deleted.
guests-may-use = Guests may make pictures of { $name }
guests-may-use-help = They never see the photos, and get neither the file nor the lesson.
programs-title = Your programs
programs-help = A program of yours logs in with a token instead of your password. Whoever has a token can do all that you can do here.
programs-none = No program has a token.
programs-label = What the token is for
programs-make = Make a token
programs-secret = The token for { $label }
programs-secret-help = Copy it now; it is not shown again. In Python gradio_client sends it like this:
programs-unused = Made { $made }, not used yet
programs-used = Made { $made }, used last { $used }
programs-revoke = Revoke
programs-revoke-sure = Revoke the token for { $label }? Programs that use it are turned away from then on.
things-title = Your things
things-none = Nothing is here yet.
things-how-much = You have { $things } here.
things-subjects = { $count ->
    [one] one subject
   *[other] { NUMBER($count, useGrouping: 0) } subjects
  }
things-photos = { $count ->
    [one] one photo
   *[other] { NUMBER($count, useGrouping: 0) } photos
  }
things-pictures = { $count ->
    [one] one picture
   *[other] { NUMBER($count, useGrouping: 0) } pictures
  }
things-usage = { $size } on the disk · { NUMBER($minutes, useGrouping: 0) } min of work in the last 24 hours · { $jobs ->
    [0] no job waits
    [one] one job waits
   *[other] { NUMBER($jobs, useGrouping: 0) } jobs wait
  }
things-take = Take everything with me
things-take-help = One zip with your photos, LoRA files and pictures. It may take some minutes.
things-taken = Your browser saves the zip with everything now.
things-delete = Delete everything of mine
things-delete-help = Photos, subjects, lessons and pictures are gone for good then. Take them with you before, if you may want them again.
things-delete-account = Your account here goes with them.
things-type = Type “{ $word }” to delete everything
things-word = delete
things-delete-sure = Delete everything of yours? It can't be brought back.
things-delete-button = Delete everything
things-typed-wrong = '{ $typed }' was typed; to delete everything, type { $word }. Nothing was deleted.
field-label = What the token is for
field-token = The token's id
field-invitation = The invitation's id
field-guest = The guest's id
field-typed = What was typed
field-most = The limit

## Drawing a part again

part-again = Draw a part again
part-again-back = Back to the picture
part-again-which = Which part?
part-again-somebody = Somebody
part-again-paint = Paint over it
part-again-frame = A frame
part-again-somebody-help = Press whoever is to be drawn again.
part-again-paint-help = Paint over what is to be drawn again, with the mouse or a finger. With the keyboard, choose a frame instead.
part-again-frame-help = Drag the frame around what is to be drawn again, or move its edges here.
part-again-person = Draw { $name } again
part-again-canvas = The picture to paint on
part-again-brush = Brush size
part-again-clear = Clear
part-again-erase = Erase
part-again-frame-keys = What is drawn again. Arrow keys move it, with Shift they make it larger or smaller.
part-again-prompt = What is there
part-again-prompt-help = Empty: as the whole picture was described.
part-again-strength = How much may it change?
part-again-little = A little
part-again-clearly = Clearly
part-again-anew = Anew
part-again-go = Draw it again
part-again-nobody = Nobody is chosen yet. Press somebody in the picture.
part-again-nothing = Nothing is painted yet. Paint over the part that is to be drawn again.
part-again-damaged = What was painted did not arrive as a PNG of at most { NUMBER($most, useGrouping: 0) } pixels on the long side. Reload the page and paint again.

# What a guest may take up
limit-name = The limit
limit-waiting-jobs = The number of jobs waiting at once
limit-minutes-a-day = The minutes of work a day
limit-disk-gb = The GB of the disk
limit-photos = The number of photos
over-waiting-jobs = { $count ->
        [one] One job of yours waits
       *[other] { NUMBER($count, useGrouping: 0) } jobs of yours wait
    } already, and up to { NUMBER($most, useGrouping: 0) } may wait at once; wait until one has begun, or cancel one.
over-minutes-a-day = Your { $count ->
        [one] minute
       *[other] { NUMBER($count, useGrouping: 0) } minutes
    } of work for one day are used up; try again in { $wait }, or ask the owner for more.
over-disk = Your files take { $used } of the { NUMBER($most, useGrouping: 0) } GB that are yours, and this does not fit any more; delete pictures (and empty the bin) or subjects, or ask the owner for more.
over-photos = You have { NUMBER($count, useGrouping: 0) } photos, and with { NUMBER($new, useGrouping: 0) } more there would be more than the { NUMBER($most, useGrouping: 0) } that are yours; give fewer, delete a subject, or ask the owner for more.
owner-without-limits = The owner has no limits; choose a guest.

# What guests may use, and what is the owner's alone
request-lent = Whether guests may use it
subject-not-lent = The owner does not let guests use { $name } any more, so this picture cannot be made; leave that subject out, or ask her.
publish-owner-only = Publishing is the owner's, since the account on the Hub is hers; download the LoRA file instead, or ask her.
base-model-not-for-guests = A guest cannot choose '{ $name }' as the base model; choose one that is here ({ $titles }), or ask the owner.

# People and what lets them in
hub-login-not-begun = That login was not begun in this browser, or too long ago; begin it again.
hub-login-refused = Hugging Face did not say who you are, since that was declined; log in again and allow it, or use a name and a password.
hub-login-failed = Hugging Face did not answer as it should; try again in a moment, or use a name and a password.
login-with-hub = Log in with Hugging Face
invitation-intro = You are invited to make pictures here. Choose the name you want to be called by, and a password of your own.
invitation-password = A new password, 12 characters or more
invitation-button = Come in
invitation-to-login = I have an account: log in
upload-not-yours = That file was not uploaded by you, or is gone; upload it again.
account-name-not-fine = The name '{ $name }' is not fine; 1 to { NUMBER($most, useGrouping: 0) } characters without a colon are.
account-name-taken = Somebody is called { $name } already; choose another name.
account-not-found = This account is not there any more.
too-many-accounts = There are { NUMBER($most, useGrouping: 0) } accounts already, and no more are fine; the owner can remove one.
invitation-not-valid = This invitation holds no longer: it was used, taken back, or has run out. Ask for a new one.
invitation-not-found = This invitation is not there any more.
token-not-found = This token is not there any more.
token-label-not-fine = '{ $label }' is not fine as what a token is for; 1 to { NUMBER($most, useGrouping: 0) } characters are.
too-many-tokens = You have { NUMBER($most, useGrouping: 0) } tokens already, and no more are fine; revoke one first.
hub-user-not-invited = { $name } is not invited here; ask the owner for an invitation and open its link first.
current-password-wrong = That is not the password you have now; nothing was changed.
owner-only = That is for the owner of this Cuddle to do; ask her.
owner-stays = The owner's account stays; a guest's can be removed.
password-too-long = The password has { NUMBER($length, useGrouping: 0) } characters; up to { NUMBER($most, useGrouping: 0) } are fine.

# Leaving: everything deleted, everything taken along
everything-removed = Deleted: { $subjects ->
    [one] 1 subject
   *[other] { $subjects } subjects
}, { $photos ->
    [one] 1 photo
   *[other] { $photos } photos
}, { $pictures ->
    [one] 1 picture
   *[other] { $pictures } pictures
} and { $jobs ->
    [one] 1 job
   *[other] { $jobs } jobs
}: { $files ->
    [one] 1 file
   *[other] { $files } files
} with { $size } MB. Nothing of it is kept.
everything-removed-but = Deleted: { $subjects ->
    [one] 1 subject
   *[other] { $subjects } subjects
}, { $photos ->
    [one] 1 photo
   *[other] { $photos } photos
}, { $pictures ->
    [one] 1 picture
   *[other] { $pictures } pictures
} and { $jobs ->
    [one] 1 job
   *[other] { $jobs } jobs
}: { $files ->
    [one] 1 file
   *[other] { $files } files
} with { $size } MB, but for { $left ->
    [one] 1 folder or file that another program holds; close it and delete everything again
   *[other] { $left } folders or files that another program holds; close it and delete everything again
}.
everything-readme =
    This is everything that you had in Cuddle.

    photos/ – the photos that your subjects were taught from, a folder for each; a text file beside a photo is its caption
    loras/ – what was learnt of each: NAME.safetensors for ComfyUI, A1111, Forge and InvokeAI, NAME_for_diffusers_only.safetensors for diffusers
    samples/ – the drawings that the lessons made on their way
    pictures/ – your pictures, also those from the bin, each with its settings inside
    pictures.csv – the settings of all pictures as a sheet; pictures.json – the same for programs
    subjects.json – name, kind, trigger word and base model of each subject
    jobs.json – what you asked for, with all numbers of each lesson
    starts/ – pictures that others were started from, and painted masks

    To have a subject again in any Cuddle: choose "I already have a LoRA" and give the file from loras/, with the name and the kind from subjects.json. Pictures can be dropped on "Make", which takes over their settings.
everything-readme-missing = These files were gone already when this was packed: { $files }.

# Copies of the database in a mounted bucket
database-restored = The database is the copy of { $made_at }; what was changed after that is lost.
database-restored-older = The database is the copy of { $made_at }, since { $damaged ->
    [one] the newest copy is
   *[other] the { $damaged } newest copies are
} damaged; what was changed after that is lost.
database-reconciled = Taken off the lists, since their files are gone: { $pictures ->
    [one] 1 picture
   *[other] { $pictures } pictures
}, and what { $subjects ->
    [one] 1 subject
   *[other] { $subjects } subjects
} had learnt; where the photos are there, teach again.
database-copies-damaged = None of the copies of the database in { $folder } is whole ({ NUMBER($count, useGrouping: 0) } looked at); an empty one would hide all that is there. Put a whole copy there, or move that folder away to begin with nothing.
database-not-copied = No copy of the database could be made ({ $reason }); it is tried again.

## How it works

how-it-works = How it works
how-card = How does a picture come about? See it on one of yours, in five minutes.
how-this-picture = How was this made?
how-back = Close
how-intro = This is how your picture came about, and what each setting does to it. Nothing here changes it, and nothing new comes into the album.
how-intro-sample = You have no picture yet, so this one of the samples shows how it works: “{ $prompt }”. With a picture of your own, this is about yours.
how-nothing = There is no picture yet to show it on. Make your first one in Make, then come back.
how-one-thing = One thing at a time
how-one-thing-help = In each of these a single thing is another one. All else stays as it was for your picture, the first noise too.
how-show = Show me
how-show-again = Try again
how-stop = Stop
how-play = Play
how-working = It is being made
how-denoising = From noise to picture
how-prompt = The words
how-guidance = Guidance
how-sampler = The sampler
how-seed = The seed
how-lora = What was learned
how-denoising-help = A picture begins as noise, like an old television without a signal. Step by step the model guesses what may be hidden in it, and takes away a little of what does not fit its guess.
how-prompt-help = Your words pull every guess their way. With other words the same noise becomes another picture, often laid out alike.
how-guidance-help = Guidance is how hard the words pull. With little the picture goes its own way and may miss what you asked for. With too much, colours become harsh and shapes stiff.
how-sampler-help = The sampler decides how large each step is. Many lead to a similar picture. One with an “a” in its name adds fresh noise at every step, and so ends somewhere else.
how-seed-help = The seed is a number from which the first noise is drawn. The same number gives the same noise, and the same picture; every other number gives another picture of the same words.
how-lora-help = What the lessons learned about { $names } is a small file beside the model, called a LoRA. Without it the model still reads the words, but has never seen who is meant. Likeness strength is how much of it is used.
how-lora-help-nobody = What a lesson learns about somebody is a small file beside the model, called a LoRA. Likeness strength is how much of it is used.
how-has = What it has
how-guesses = What it guesses
how-slide = From noise to picture
how-step = Step { $step } of { $steps }
how-step-layout = Sketch, step { $step } of { $steps }
how-step-larger = Larger version, step { $step } of { $steps }
how-step-done = Done
how-frame-noise = Nothing but noise. The model already guesses: colours that fit your words, and no shapes yet.
how-frame-start = It began from a picture with noise over it, so the large shapes are there already.
how-frame-part = Only the part that was drawn again is noise. All around it stays.
how-frame-layout = With several in one picture a quick sketch comes first. All it finds out is who will stand where.
how-frame-again = The sketch is covered with noise again. From here on everybody is drawn with what was learned about them, each in their own place.
how-frame-shapes = The large shapes come first: what is ground and what is sky, and where somebody stands.
how-frame-who = Now it becomes clear who it is: colours, fur, faces, clothes.
how-frame-details = The small things come last: eyes, edges, shadows. The guess hardly changes any more.
how-frame-larger = For the larger version some noise is laid over the picture once more, and taken away with finer detail.
how-frame-done = No noise is left. This is the picture.
how-frame-closer = No noise is left. Whoever is small in the picture was then drawn once more from close by, and laid back into it. This is the picture.
how-alt-has = The picture with its noise: { $step }
how-alt-guesses = What the model guesses: { $step }
how-same = It was made again from its settings just now, and is your picture to the last pixel.
how-nearly-same = It was made again from its settings just now, and is your picture but for differences that nobody sees.
how-not-same = It was made again from its settings just now, and is no longer quite your picture: something that it was made with, or on, has changed since.
how-other-recipe = Something that your picture was made with has changed since, such as what was learned about { $names }. So these may differ from it in more than the one thing.
how-other-recipe-nobody = Something that your picture was made with has changed since. So these may differ from it in more than the one thing.
how-yours = Yours: { $value }
how-value-prompt = “{ $prompt }”
how-value-lora = likeness { $percent } %
how-value-lora-none = without
how-value-lora-own = with it
how-changed = { $percent } % of the picture looks different
how-unchanged = It looks the same
how-try = Try it yourself
how-try-help = Take the settings of this picture to Make, and change one thing.
how-no-sheet = This is a sheet of several pictures. Open one of them in the album, and ask there.
how-subjects-gone = { $count ->
        [one] { $names } is not there any more, or not ready. Without it this picture cannot be made again.
       *[other] { $names } are not there any more, or not ready. Without them this picture cannot be made again.
    }
how-model-gone = The base model of this picture is not here any more. Without it the picture cannot be made again.
how-no-subject = Nobody whom you taught is in this picture, so there is nothing learned to leave out.
how-sampler-alone = { $sampler } needs a helper LoRA of its own, so the sampler alone cannot be another one.
title-explanation = How it works: { $topic }
field-topic = The topic
explanation-variants = { $count } variants were asked for. Noise to picture has none, every other topic has 1 to { $most }.
explanation-picture-gone = The picture that this is about is not there any more. Choose another one.
explanation-not-made = This was not made yet. Ask for it with /explain_picture, and come back when its job is done.
