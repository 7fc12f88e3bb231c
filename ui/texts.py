"""The words of the page, in one place: plain ones first, the technical word in the help beside it."""

TITLE = "Cuddle"
TAGLINE = "Teach it the ones you love. Then put them into one picture."

TEACH, CREATE, PICTURES = "Teach", "Create", "Pictures"

# Jobs strip
NOTHING_TO_DO = (
    "Nothing is going on. Lessons and pictures that you start show up here, and go on when you close the page."
)
NO_WORKER = "Cuddle's engine is starting. What waits here begins by itself as soon as it is ready."

MAY_CLOSE = "You may close the page."

PAUSE, RESUME = "Pause", "Go on"
FINISH = "Stop now and keep this one"
FINISH_TITLE = "End the lesson for {name} here?"
FINISH_SURE = (
    "What it has learned in {step} of {steps} steps is kept. It cannot go on after that; to leave it for a while, "
    "choose Pause."
)
STAY, STAY_PAUSED = "Go on with it", "Leave it paused"
STEPS_OF = "{step} of {steps} steps"
LEARNING = "{time} of learning ({of})"
CANCEL = "Cancel"
CANCEL_LESSON_TITLE = "Cancel the lesson for {name}?"
CANCEL_GIVES_UP = "That gives up {what}."
CANCEL_ALL_LOST = "All of it is lost."
CANCEL_SOME_LOST = "“Try again” could take it up from step {step}; what came after that is lost."
CANCEL_NONE_LOST = "“Try again” could take it up from there."
CANCEL_KEEP = "End it and keep what it learned"
CANCEL_LESSON = "Cancel the lesson"
CANCEL_PICTURES_TITLE = "Stop making this picture?"
CANCEL_PICTURES_LOSES = "About {time} of work on it are lost. Pictures that are finished stay."
CANCEL_PICTURES = "Stop it"

# Teach
TEACH_INTRO = (
    "Give Cuddle a few photos of one cat, person, toy… and it learns what makes them special. "
    "One lesson for each of them."
)
PHOTOS_LABEL = "Photos"
PHOTOS_HELP = (
    "**3 to 20 photos** of the same one, alone in the picture. Different places, light and poses teach best. "
    "JPEG, PNG, WebP, iPhone's HEIC, or one zip of them. Photos stay on the computer that Cuddle runs on."
)
LOOKING_WHO_DRAWS = "Looking whether the pocket model can draw them."
SAMPLES_HELP = "No photos at hand? Use sample photos:"
NAME_LABEL = "Name"
NAME_HELP = "What you will call them in your wishes, like Dumpling or Anna."
KIND_LABEL = "Kind"
KIND_HELP = "What they are, in a word: cat, dog, woman, man, teapot… (class noun)"
KINDS = ("cat", "dog", "woman", "man", "girl", "boy", "baby", "rabbit", "bird", "horse", "teddy bear", "toy", "doll")
TAUGHT_AS = "Taught as {type}. More settings can change that."
TAUGHT_IN_ENGLISH = "Taught as {type}, by the English word “{noun}”, which models read. More settings can change that."
TYPE_WORDS = {"person": "a person", "pet": "an animal", "object": "a thing", "style": "a style"}
TYPE_LABEL = "Taught as"
TYPE_HELP = "How much a lesson needs depends on it. A style is what pictures look like, not who is in them."
TYPE_AUTOMATIC = "What the kind says"
SAMPLES_LABEL = "Looks at photos"
PRESET_LABEL = "How carefully"
KEPT_ASIDE = "kept aside"
KEPT_ASIDE_HELP = "{photos} kept aside: the lesson never sees {them}, so that you can compare with {them} afterwards."
CAPTIONS_LABEL = "Photos in words (captions)"
CAPTIONS_HELP = (
    "May stay empty. Say what is on a photo besides the one you teach, so that it is not learned as part of them: "
    "[name] asleep on a red sofa. Text files that come with the photos and have their names (cat1.txt for cat1.jpg) "
    "are taken, too."
)
CAPTIONS_EMPTY = "Once there are photos above, you can say in words what is on each of them. Nobody has to."
CAPTION_PLACEHOLDER = "[name] …"
ADVANCED = "More settings"
ADVANCED_HELP = (
    "Nobody has to touch these. A number that stays empty is the grey one, which follows from all of the above."
)
TEACH_BUTTON = "Start the lesson"
WORKS_WITH = "Cuddle works with {title} here. {description}"
CONSENT = "Teach a person only if they are fine with it."
YOUR_SUBJECTS = "Everyone so far"
NO_LESSON_YET = (
    "Your lesson will show here: how far it is, how long it still takes, and what it can draw so far. "
    "It goes on when you close the page."
)
NO_SUBJECTS_YET = "Nobody has been taught yet. Open Teach and start a lesson; those who are ready show up here."
NOBODY_TAUGHT_YET = "Nobody yet. Start a lesson above; everyone you teach stays here."
SUBJECT_HELP = "Choose one to see its lesson, take its LoRA file with you, or delete it."
YOUR_PHOTOS = "Your photos"
HELD_OUT = "Kept aside to compare with"
DRAWS_SO_FAR = "What it draws so far"
DRAWS_HELP = (
    "Two drawings from the same starting points each time, so that you see what a little more practice changes."
)
DREW = "What it drew on the way"
DREW_HELP = "Did an earlier step look better? Choose {name} under “Everyone so far”, and then the step."
EARLIER_TITLE = "Choose an earlier one"
EARLIER_HELP = (
    "More practice is not always better: pictures can get stiff, or copy a photo. Compare the drawings with your "
    "photos, and use the step you like best. Nothing is lost: you can change back at any time. (checkpoints)"
)
EARLIER_DISK = "What is kept for this takes {size} of the disk, and goes when you delete {name}."
EARLIER_CHOSEN = "You chose {name} as it was after {steps} steps."
USE_THIS, IN_USE = "Use this one", "in use"
KOHYA_BUTTON = "LoRA for ComfyUI, A1111, Forge, InvokeAI"
DIFFUSERS_BUTTON = "LoRA for diffusers in Python only"
IMPORT_TITLE = "I already have a LoRA"
IMPORT_HELP = (
    "A .safetensors file made for the base model that Cuddle uses here, from Cuddle, another program or the Hugging "
    "Face Hub. Give it the name and the kind it was taught with."
)
IMPORT_WORD_LABEL = "Trigger word"
IMPORT_WORD_HELP = "The word it was taught with. May stay empty: Cuddle then reads it from the file, or uses the name."
IMPORT_BUTTON = "Take it in"

# Values that no page as it is sends
UNREAD_VALUE = "{what} came as {value}, which is nothing that this field can be; reload the page and fill it in anew."
UNREAD_VALUES = "A value does not fit its field; reload the page and fill it in anew."
UNREAD_EVENT = "What was pressed is not known; reload the page and press it again."
TOO_FEW_VALUES = "{count} values came, and {needed} are needed; reload the page and try again."
A_FIELD = "A field without a name"

# What a value is called in a sentence about what came instead, by its name in the API and in the forms
FIELDS = {
    "photos": "The list of photos",
    "file": "The file",
    "name": "The name",
    "kind": "The kind",
    "preset": "The preset",
    "base_model": "The base model",
    "options": "The options",
    "trigger_word": "The trigger word",
    "hub_id": "The name on the Hub",
    "repository": "The name on the Hub",
    "license": "The licence",
    "private": "Whether it is private",
    "who_sees": "Who can see it",
    "pictures": "The list of pictures",
    "format": "The format",
    "step": "The step",
    "prompt": "The prompt",
    "negative_prompt": "The list of things to avoid",
    "subjects": "The list of subjects",
    "sampler": "The sampler",
    "steps": "Steps",
    "guidance_scale": "Guidance scale",
    "seed": "The seed",
    "width": "Width",
    "height": "Height",
    "size": "The size",
    "count": "How many pictures",
    "surprise": "Whether it is a new picture each time",
    "pace": "How carefully",
    "variation_strength": "How much a variation differs",
    "variation_seed": "The variation's seed",
    "start": "The picture to start from",
    "start_strength": "How much the picture changes",
    "larger_scale": "How many times larger",
    "larger_strength": "How much the larger version changes",
    "compare": "What is compared",
    "x_name": "What the grid varies from left to right",
    "x_values": "The grid's values from left to right",
    "y_name": "What the grid varies from top to bottom",
    "y_values": "The grid's values from top to bottom",
    "blending": "How several subjects come together (blending)",
    "readings": "How names are read",
    "subject_type": "What it is taught as",
    "search": "The search",
    "subject": "The subject",
    "limit": "The limit",
    "offset": "The offset",
    "id": "The picture's id",
    "picture_id": "The picture's id",
    "job_id": "The job's id",
    "position": "The position",
    "strength": "How different it is",
    "wanted": "How many pictures are shown",
}

# Create
CREATE_INTRO = "Choose who is in the picture, then say what should happen."
WHO_LABEL = "Who is in the picture?"
STRENGTH_HELP = "1 is as taught. More if the likeness is weak, less if the picture gets stiff. (LoRA weight)"
PLACES_LABEL = "Where should they stand? (optional)"
PLACES_HELP = "Drag a name into the picture, or leave it anywhere. The simple sum takes no notice of places."
PLACES_EMPTY = "Drag a name in here"
PLACES_ANYWHERE, PLACES_ALL = "Anywhere:", "Everyone has a place."
PLACES_NUMBERS = "By keyboard, or in percent"
PLACES_KEYS = (
    "On a name, Enter puts it into the picture and takes it off again. Arrow keys move it, and with Shift they change "
    "its size."
)
PROMPT_LABEL = "What should the picture show?"
PROMPT_HELP = "Use their names. (prompt)"
READ_AS = "Read as:"
READ_AS_HELP = "What is filled in is one of yours, what is dashed is a word. Press one that is meant the other way."
READ_AS_NAME = "“{typed}” is {name}, your {kind}. Press to have it read as a word."
READ_AS_WORD = "“{typed}” is read as a word. Press if {name}, your {kind}, is meant."
PROMPT_PLACEHOLDER = "Dumpling and Anna on the beach"
AVOID_LABEL = "Things to avoid"
AVOID_HELP = "What you don't want to see. May stay empty. (negative prompt)"
AVOID_PLACEHOLDER = "blurry, dark"
SIZE_LABEL = "Size"
SIZE_HELP = "In pixels, width × height."
COUNT_LABEL = "How many"
COUNT_HELP = "Each one comes out differently."
PACE_LABEL = "How carefully"
PACE_HELP = "Fast takes a third to half of the time; details are a little simpler."
CAREFUL, FAST = "Carefully (recommended)", "Fast"
SAMPLER_LABEL = "Sampler"
STEPS_LABEL = "Steps"
STEPS_HELP = "More steps take longer and add detail, up to a point."
GUIDANCE_LABEL = "Guidance scale"
GUIDANCE_HELP = "How strictly the picture follows your words. Too much makes harsh colours."
SURPRISE_LABEL = "A new picture each time"
SURPRISE_HELP = "Off: the same seed gives the same picture again."
SEED_LABEL = "Seed"
SEED_HELP = "The number that a picture starts from; the next pictures take the numbers after it."
BASE_MODEL_LABEL = "Base model"
BASE_MODEL_HELP = (
    "Or write the path of another Stable Diffusion XL or 1.5 model (.safetensors file or folder), or its owner/name on "
    "the Hugging Face Hub."
)
VARIATION_LABEL = "Vary it"
VARIATION_HELP = "0: this very picture. 0.1: other details. From 0.3 on: another picture. (variation strength)"
VARIATION_SEED_LABEL = "Which variation"
VARIATION_SEED_HELP = "Another number varies it in another way. (variation seed)"
LARGER_LABEL = "Make it larger afterwards"
LARGER_HELP = "How many times. A second pass draws the details anew. 1 leaves it as it is."
LARGER_STRENGTH_LABEL = "How much may that change?"
LARGER_STRENGTH_HELP = "Low keeps the picture; high invents new details. (denoising strength)"
START_TITLE = "Start from a picture"
START_LABEL = "A picture to start from"
START_STRENGTH_LABEL = "How much may it change?"
START_STRENGTH_HELP = "0.3 keeps nearly everything, 0.8 only the rough shapes. (denoising strength)"
BLENDING_LABEL = "Several subjects"
BLENDING_HELP = "Each one keeps to a place of its own in the picture; the simple sum mixes them everywhere. (blending)"
BLEND_APART, BLEND_SUM = "Keep each one itself", "Simple sum (for styles)"
COMFYUI_DIFFERS = "Its graph makes another picture."
A1111_ALIGNED = (
    "Its noise levels of “Align Your Steps” are others than those of {sampler}, so it makes another picture."
)
COMPARE_LABEL = "Compare"
COMPARE_HELP = "The same picture several times, with one thing changed, side by side on one sheet."
COMPARE_NOTHING, COMPARE_STRIP, COMPARE_GRID = "Nothing", "Likeness from 0 to 1.2", "A grid of your own"
ACROSS_LABEL, DOWN_LABEL, DOWN_NOTHING = "From left to right", "From top to bottom", "nothing"
VALUES_LABEL = "Values"
VALUES_HELP = (
    "With commas between: 0.6, 0.8, 1. For words, the first ones are replaced by the others: beach, snow. Words that "
    'hold a comma stand in quotes: "a hat, red".'
)
CREATE_BUTTON = "Create"
DROPPED_LABEL = "A picture"
DROPPED_HELP = "Drop a picture made with Cuddle, A1111 or ComfyUI here, and the form takes over its settings."
SEATED_HELP = "Each one will be where the name stands. Not as you want it? Cancel it above: little time is lost."
NO_SEAT = "No place was found for {names}."
LIKENESS_HELP = (
    "How like its photos everybody came out: 100 % is as like as the photos are to each other, "
    "0 % no more than others of its kind are."
)
NO_LIKENESS_MODEL = "How like their photos {names} came out is not measured on this base model."
NO_LIKENESS_PHOTOS = (
    "How like their photos {names} came out cannot be said: the pocket model does not know what the photos show."
)
NO_LIKENESS_UNSURE = "Whether {names} came out like the photos is too close to tell here; look for yourself."
TWICE = "Two in the picture look like {name}. Try another seed."
TWICE_IN = "Two in picture {which} look like {name}. Try another seed."
TWICE_IN_SEVERAL = "Two in each of pictures {which} look like {name}. Try other seeds."
NO_CREATION_YET = "Your picture will appear here, first as a rough preview."

# Pictures
SEARCH_LABEL = "Search"
SEARCH_PLACEHOLDER = "a word, a name, a seed…"
NO_PICTURES_YET = "There are no pictures yet. Make the first one in Create."
NO_MATCH = "No picture matches that. Try fewer or other words."
CLOSE_PICTURE = "Close"
DOWNLOAD = "Download {format}"
DOWNLOAD_AS_LABEL = "Download as"
DOWNLOAD_AS_HELP = "PNG is the very picture; JPEG and WebP are smaller. All carry its settings."
MORE_LIKE_THIS, LARGER, START_FROM_THIS = "More like this", "Larger", "Start from this"
DIFFERENCE_LABEL = "How different?"
DIFFERENCE_HELP = "For “More like this”: a little changes details, more changes the whole picture."
MORE_ON_THE_WAY = "{count} pictures like this are on their way; see Create."
LARGER_ON_THE_WAY = "A larger one is on its way; see Create."
AGAIN = "Use these settings again"
SHOW_MORE = "Show older pictures"
DELETE, DELETE_YES, DELETE_NO = "Delete", "Yes, delete", "Keep"
DELETE_PICTURE_SURE = "Delete this picture for good?"
DELETE_SUBJECT_SURE = "Delete {name} for good, with the photos and the LoRA files? Pictures stay."
DELETE_LEARNING_SURE = "Delete {name} for good, with the photos and the lesson? {what} are lost with it. Pictures stay."

# The Hugging Face Hub
PUBLISH_OPEN = "Publish on the Hub"
PUBLISH_TITLE = "Publish on the Hugging Face Hub"
PUBLISH_AS = "You publish as"
PUBLISHED_AT = "It is there already, as"
PUBLISH_UPDATES = "Publishing again replaces its page and its files."
PUBLISH_NAME_LABEL = "Name on the Hub"
PUBLISH_NAME_HELP = "Yours, or one of an organisation you may write to."
PUBLISH_LICENSE_LABEL = "Licence"
PUBLISH_LICENSE_HELP = "What others may do with it."
PUBLISH_WHO_LABEL = "Who can see it"
PUBLISH_WHO_HELP = (
    "In an organisation private means its members. Show a person to everyone only if they are fine with it."
)
PUBLISH_PRIVATE, PUBLISH_PUBLIC = "Only you (private)", "Everyone (public)"
PUBLISH_PICTURES_LABEL = "Pictures for its page"
PUBLISH_PICTURES_HELP = (
    "Press those to show. They stand there in that order, with the words they were made with. "
    "What began from a photo or another picture is not offered."
)
PUBLISH_PICTURES_EMPTY = (
    "There are none to show yet. Make some in Create from words alone, with nobody else in them, then come back."
)
PUBLISH_WHAT_GOES = (
    "What goes there: both LoRA files, a page that says how to use them, and copies of the pictures you chose, with "
    "nothing hidden inside. **Your photos never do.**"
)
PUBLISH_BUTTON, PUBLISH_CLOSE, PUBLISH_LOOK_AGAIN = "Publish", "Not now", "Look again"
PUBLISH_TAKEN = "**{place}** on the Hub holds {what}. Replacing it takes its files and its page away for good."
PUBLISH_OTHER_NAME, PUBLISH_REPLACE = "Take {name} instead", "Replace what is there"
PUBLISH_LINK = "Open its page"
IMPORT_HUB_LABEL = "Or from the Hugging Face Hub"
IMPORT_HUB_HELP = "owner/name, the address of its page, or owner/name/file.safetensors where there are several."
IMPORT_NEITHER = (
    "There is no file yet. Choose a LoRA file that ends in .safetensors, or write where it is on the Hugging Face Hub."
)
IMPORT_BOTH = "There is a file and a name on the Hub; take one of them away, so that it is clear which is meant."
IMPORT_HUB_PLACEHOLDER = "anna/dumpling-lora"
