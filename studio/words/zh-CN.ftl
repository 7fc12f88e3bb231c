# Everything that Cuddle says, in Simplified Chinese.

as-written = { $text }
several-sentences = { $sentences }
and-more = { $items } 以及另外 { NUMBER($count, useGrouping: 0) } 个
title = Cuddle
tagline = 教它认识你所爱的，再一起画进同一张图片。
home = 首页
make = 创作
album = 相册
teach-somebody = 教新角色

## Jobs strip

nothing-to-do = 现在没有任务。你开始的课程和图片会显示在这里，关掉页面也会继续。
no-worker = Cuddle 的引擎正在启动。引擎准备好后，这里等待的任务会自动开始。
may-close = 你可以关掉页面。
pause = 暂停
resume = 继续
finish = 现在停下并保留成果
finish-title = 让 { $name } 的课程到此结束？
finish-sure = 会保留 { NUMBER($steps, useGrouping: 0) } 步中前 { NUMBER($step, useGrouping: 0) } 步学到的内容，之后就不能再继续。如果只想放一放，请选“暂停”。
stay = 继续上课
stay-paused = 保持暂停
steps-of = { NUMBER($step, useGrouping: 0) } / { NUMBER($steps, useGrouping: 0) } 步
learning = { $time }的学习（{ $of }）
cancel = 取消
cancel-lesson-title = 取消 { $name } 的课程？
cancel-gives-up = 这会放弃 { $what }。
cancel-all-lost = 全部都会丢失。
cancel-some-lost = “重试”可以从第 { NUMBER($step, useGrouping: 0) } 步接着来；这一步之后的内容会丢失。
cancel-none-lost = “重试”可以从那里接着来。
cancel-keep = 结束并保留学到的内容
cancel-lesson = 取消课程
cancel-pictures-title = 不再做这张图片？
cancel-pictures-loses = 大约 { $time }的工作会丢失。已完成的图片会保留。
cancel-pictures = 停止

## Teach

teach-intro = 给 Cuddle 几张照片，一只猫、一个人、一件玩具……都行，它会学会其中的独特之处。每个角色上一次课。
photos-label = 照片
photos-help = { "*" }*3 到 20 张照片**，拍的是同一个角色，画面里没有别的人或动物。不同的地点、光线和姿势最有帮助。可以用 JPEG、PNG、WebP、iPhone 的 HEIC，或者把它们打成一个 zip。照片只留在运行 Cuddle 的电脑上。
looking-who-draws = 正在看口袋模型能不能画出来。
samples-help = 手边没有照片？用示例照片：
name-label = 名字
name-help = 你描述图片时用的名字，比如 Dumpling 或 Anna。
kind-label = 种类
kind-help = 用一个词说明是什么：猫、狗、女人、男人、茶壶……（class noun）
kinds = 猫, 狗, 女人, 男人, 女孩, 男孩, 婴儿, 兔子, 鸟, 马, 泰迪熊, 玩具, 玩偶
taught-as = 当作{ $type }来教。可以在“更多设置”里更改。
taught-in-english = 当作{ $type }来教，用模型能读懂的英文词“{ $noun }”。可以在“更多设置”里更改。
type-person = 人
type-pet = 动物
type-object = 物品
type-style = 风格
type-label = 当作
type-help = 一次课需要多少练习，取决于这一项。风格是指图片看起来的样子，而不是图片里有谁。
type-automatic = 由种类决定
samples-label = 看照片的次数
preset-label = 细致程度
kept-aside = 留作对比
kept-aside-help =
    { $count ->
       *[other] 有 { NUMBER($count, useGrouping: 0) } 张留作对比：课程里从不使用，方便你事后比较。
    }
captions-label = 照片描述（captions）
captions-help = 可以留空。除了要教的角色，照片里还有什么，就写下来，免得被当成角色的一部分来学：[name] 睡在红沙发上。随照片一起上传的同名文本文件（cat1.jpg 对应 cat1.txt）也会采用。
captions-empty = 上面有了照片之后，可以在这里写出每张照片的内容。不写也行。
caption-placeholder = { "[" }name] …
advanced = 更多设置
advanced-help = 这些都可以不动。留空的数字会用灰色的那个值，它由上面的内容决定。
teach-button = 开始上课
works-with = Cuddle 在这里使用 { $title }。{ $description }
consent = 教一个人之前，请先征得本人同意。
your-subjects = 已有的角色
your-photos = 你的照片
held-out = 留作对比
draws-so-far = 目前画出的样子
draws-help = 每次都从同样的起点画两张，让你看出多练一点会有什么变化。
drew = 一路画出的样子
drew-help = 觉得前面某一步更好？在“已有的角色”里选 { $name }，再选那一步。
earlier-title = 选前面的一步
earlier-help = 练得多不一定更好：图片可能变得僵硬，或者照搬某张照片。把这些画和你的照片比一比，用你最喜欢的那一步。什么都不会丢，随时可以换回来。（checkpoints）
earlier-disk = 为此保留的文件占用 { $size } 磁盘空间，删除 { $name } 时会一起删除。
earlier-chosen = 你选的是 { $name } 学了 { NUMBER($steps, useGrouping: 0) } 步时的样子。
use-this = 用这一步
in-use = 使用中
kohya-button = 用于 ComfyUI、A1111、Forge、InvokeAI 的 LoRA
diffusers-button = 仅用于 Python 中 diffusers 的 LoRA
import-title = 我已经有 LoRA 了
import-help = 为 Cuddle 这里所用的基础模型制作的 .safetensors 文件，来自 Cuddle、其他程序或 Hugging Face Hub 都可以。请填写当初教它时用的名字和种类。
import-word-label = 触发词
import-word-help = 当初教它时用的词。可以留空：Cuddle 会从文件里读取，或者使用名字。
import-button = 导入

## Values that no page as it is sends

unread-value = { $what }收到的是 { $value }，这一项不能是这样的值；请重新加载页面，再填一次。
unread-values = 有一个值和它的栏目不符；请重新加载页面，再填一次。
unread-event = 不知道按下的是什么；请重新加载页面，再按一次。
too-few-values = 收到 { NUMBER($count, useGrouping: 0) } 个值，需要 { NUMBER($needed, useGrouping: 0) } 个；请重新加载页面，再试一次。
call-unread = 无法读取这次调用；请像页面那样发送 JSON，data 是一个值的列表。
call-part-unread = 这次调用的 { $name } 是 { $value }，不能是这样的值；请重新加载页面，再试一次。
a-field = 一个没有名称的栏目

## What a value is called in a sentence about what came instead, by its name in the API and in the forms

field-photos = 照片列表
field-file = 文件
field-name = 名字
field-kind = 种类
field-preset = 预设
field-base-model = 基础模型
field-options = 选项
field-trigger-word = 触发词
field-hub-id = Hub 上的名称
field-repository = Hub 上的名称
field-license = 许可证
field-private = 是否私有
field-who-sees = 谁能看到
field-pictures = 图片列表
field-format = 格式
field-step = 步骤
field-prompt = 提示词
field-negative-prompt = 要避免的内容
field-subjects = 角色列表
field-sampler = 采样器
field-steps = 步数
field-guidance-scale = 引导系数
field-seed = 种子
field-width = 宽度
field-height = 高度
field-size = 尺寸
field-count = 图片数量
field-surprise = 是否每次都是新图片
field-variation-strength = 变体的差异程度
field-variation-seed = 变体的种子
field-start = 起始图片
field-start-strength = 图片的改变程度
field-larger-scale = 放大倍数
field-larger-strength = 放大版的改变程度
field-compare = 对比的内容
field-x-name = 网格从左到右变化的项目
field-x-values = 网格从左到右的值
field-y-name = 网格从上到下变化的项目
field-y-values = 网格从上到下的值
field-blending = 多个角色的组合方式（blending）
field-readings = 名字的理解方式
field-subject-type = 当作什么来教
field-search = 搜索内容
field-subject = 角色
field-limit = 数量上限
field-offset = 偏移量
field-id = 图片的 id
field-picture-id = 图片的 id
field-job-id = 任务的 id
field-position = 位置
field-strength = 差异程度
field-unnamed = 值“{ $name }”

## Create

create-intro = 选好图片里有谁，再说说要发生什么。
who-label = 图片里有谁？
strength-help = 1 就是教出来的样子。不够像就调高，图片僵硬就调低。（LoRA weight）
places-label = 各自站在哪里？（可选）
places-help = 把名字拖进图片，或者随它在哪里。
places-empty = 把名字拖到这里
places-anywhere = 不限位置：
places-all = 每个角色都有位置了。
places-numbers = 用键盘或百分比
places-keys = 选中名字后，按 Enter 放进图片，再按一次取出。方向键移动位置，按住 Shift 则改变大小。
prompt-label = 图片里要有什么？
read-as = 理解为：
read-as-help = 实心的是你的角色，虚线的是普通的词。如果意思不对，按一下就能换过来。
read-as-name = “{ $typed }”是 { $name }，你的{ $kind }。按一下，就当作普通的词。
read-as-word = “{ $typed }”当作普通的词。如果指的是 { $name }，你的{ $kind }，就按一下。
prompt-placeholder = Dumpling 和 Anna 在海滩上
avoid-label = 要避免的内容
avoid-help = 你不想看到的。可以留空。（negative prompt）
avoid-placeholder = 模糊, 昏暗
size-label = 尺寸
size-help = 以像素为单位，宽 × 高。
count-label = 数量
sampler-label = 采样器
steps-label = 步数
steps-help = 步数越多，时间越长、细节越多，但有一定限度。
guidance-label = 引导系数
guidance-help = 图片多严格地照你的话来画。太高会让颜色刺眼。
surprise-label = 每次都是新图片
surprise-help = 关闭后：相同的种子会再画出相同的图片。
seed-label = 种子
seed-help = 图片从这个数字开始；后面的图片依次用后面的数字。
base-model-label = 基础模型
base-model-help = 也可以填写另一个 Stable Diffusion XL 或 1.5 模型的路径（.safetensors 文件或文件夹），或它在 Hugging Face Hub 上的 owner/name。
variation-label = 变一变
variation-help = 0：就是这张图片。0.1：细节不同。0.3 以上：另一张图片。（variation strength）
variation-seed-label = 哪一种变体
variation-seed-help = 换一个数字，就换一种变法。（variation seed）
larger-label = 完成后放大
larger-help = 放大几倍。会再画一遍细节。1 表示不放大。
larger-strength-label = 放大时可以改变多少？
larger-strength-help = 低则保持原样，高则添出新细节。（denoising strength）
start-title = 从一张图片开始
start-label = 起始图片
start-strength-label = 可以改变多少？
start-strength-help = 0.3 几乎全部保留，0.8 只保留大致的形状。（denoising strength）
blending-label = 多个角色
blending-help = 每个角色在图片里各占一处；简单相加会让角色到处混在一起。（blending）
blend-apart = 各是各的样子
blend-sum = 简单相加（适合风格）
comfyui-differs = 它的工作流会画出另一张图片。
a1111-aligned = 它的“Align Your Steps”噪声级别和 { $sampler } 的不同，所以会画出另一张图片。
compare-label = 对比
compare-help = 同一张图片画几次，只改一处，并排放在一张大图上。
compare-nothing = 不对比
compare-strip = 相似度从 0 到 1.2
compare-grid = 自定义网格
across-label = 从左到右
down-label = 从上到下
down-nothing = 无
values-label = 值
values-help = 用英文逗号分隔：0.6, 0.8, 1。如果是词，第一个会换成后面的各个词：海滩, 雪地。含有逗号的词放在引号里："帽子, 红色"。
dropped-label = 一张图片
dropped-help = 把 Cuddle、A1111 或 ComfyUI 做的图片拖到这里，表单就会采用它的设置。
seated-help = 名字在哪里，角色就会在哪里。不是你想要的？在上面取消，耽误不了多少时间。
no-seat = 没有找到 { $names } 的位置。
likeness-help = 每个角色有多像自己的照片：100 % 表示和照片之间彼此一样像，0 % 表示并不比同类更像。
no-likeness-model = 使用这个基础模型时，不测量 { $names } 有多像自己的照片。
no-likeness-photos = 无法判断 { $names } 有多像自己的照片：口袋模型不认识照片里的内容。
no-likeness-unsure = { $names } 像不像照片，这次很难判断；请你自己看看。
twice = 图片里有两个像 { $name }。换个种子试试。
twice-in = 图片 { $which } 里有两个像 { $name }。换个种子试试。
twice-in-several = 图片 { $which } 里各有两个像 { $name }。换些种子试试。
no-creation-yet = 你的图片会出现在这里，先是粗略的预览。

## Pictures

search-label = 搜索
search-placeholder = 词、名字、种子……
no-pictures-yet = 还没有图片。第一张要在“创作”里做。
no-match = 没有符合的图片。试试少用几个词，或者换别的词。
close-picture = 关闭
download = 下载 { $format }
more-like-this = 更多类似的
larger = 放大
start-from-this = 从这张开始
difference-label = 差异多大？
difference-help = 用于“更多类似的”：低一点只变细节，高一点整张图片都会变。
more-on-the-way = 还有 { NUMBER($count, useGrouping: 0) } 张类似的图片正在做；请到“创作”里看。
larger-on-the-way = 放大版正在做；请到“创作”里看。
again = 再用这些设置
show-more = 显示更早的图片
delete = 删除
delete-yes = 是，删除
delete-no = 保留
delete-picture-sure = 永久删除这张图片？
delete-subject-sure = 永久删除 { $name }，连同照片和 LoRA 文件？图片会保留。
delete-learning-sure = 永久删除 { $name }，连同照片和课程？{ $what }也会一起丢失。图片会保留。

## The Hugging Face Hub

publish-open = 发布到 Hub
publish-title = 发布到 Hugging Face Hub
publish-as = 你以 { $name } 的身份发布。
published-at = 那里已经有了，名称是 { $place }（{ $who }，{ $since }）。
publish-updates = 再次发布会替换它的页面和文件。
publish-name-label = Hub 上的名称
publish-name-help = 你自己的，或者你有写入权限的组织的。
publish-license-label = 许可证
publish-license-help = 别人可以拿它做什么。
publish-who-label = 谁能看到
publish-who-help = 在组织里，私有是指组织成员可见。向所有人展示一个人之前，请先征得本人同意。
publish-private = 只有你（私有）
publish-public = 所有人（公开）
publish-pictures-label = 页面上的图片
publish-pictures-help = 点选要展示的图片。它们会按这个顺序出现，并附上制作时用的文字。从照片或其他图片开始做的不会列出。
publish-pictures-empty = 还没有可展示的图片。请先在“创作”里只用文字做几张，里面不要有别的角色，然后再回来。
publish-what-goes = 会发布的内容：两个 LoRA 文件、一个说明用法的页面，以及你所选图片的副本，里面没有隐藏任何东西。**你的照片绝不会发布。**
publish-button = 发布
publish-close = 以后再说
publish-look-again = 再看一次
publish-taken = { "*" }*{ $place }** 在 Hub 上存放着{ $what }。替换会永久去掉它的文件和页面。
publish-other-name = 改用 { $name }
publish-replace = 替换那里的内容
publish-link = 打开它的页面
import-hub-label = 或者来自 Hugging Face Hub
import-hub-help = owner/name、页面地址，有多个文件时用 owner/name/file.safetensors。
import-neither = 还没有文件。请选一个以 .safetensors 结尾的 LoRA 文件，或者填写它在 Hugging Face Hub 上的位置。
import-both = 既有文件，又有 Hub 上的名称；请去掉其中一个，好确定用哪个。
import-hub-placeholder = anna/dumpling-lora

## ---- The page: pieces, states and times

duration-minutes =
    { $minutes ->
       *[other] { $minutes } 分钟
    }
duration-hours =
    { $hours ->
       *[other] { NUMBER($hours, useGrouping: 0) } 小时
    }
duration-hours-and-minutes = { duration-hours } { duration-minutes }
time-left = 还剩大约 { $time }
time-left-little = 还剩不到一分钟
month =
    { $month ->
        [1] 1 月
        [2] 2 月
        [3] 3 月
        [4] 4 月
        [5] 5 月
        [6] 6 月
        [7] 7 月
        [8] 8 月
        [9] 9 月
        [10] 10 月
        [11] 11 月
       *[12] 12 月
    }
day-and-time = { NUMBER($year, useGrouping: 0) } 年 { month } { $day } 日 { $time } { $zone }
title-lesson = 课程：{ $name }
title-import = LoRA 文件：{ $name }
title-hub-import = 来自 Hub 的 LoRA：{ $name }
title-publish = 发布：{ $name }
title-pictures =
    { $count ->
       *[other] { NUMBER($count, useGrouping: 0) } 张图片：“{ $prompt }”
    }
place-next = 下一个就是
place-number = 排在第 { NUMBER($position, useGrouping: 0) } 位
standing-cancel = 正在停止…
standing-pause = 正在暂停…
standing-finish = 正在用目前学到的内容收尾…
standing-goes-on = 从第 { NUMBER($step, useGrouping: 0) } / { NUMBER($steps, useGrouping: 0) } 步继续
standing-file-is-here = 文件已在这里
standing-is-kept = 保留学了 { NUMBER($step, useGrouping: 0) } 步时的样子
standing-interrupted = 中断了，会自动继续。
standing-paused = 已暂停
standing-paused-at = 已暂停在第 { NUMBER($step, useGrouping: 0) } / { NUMBER($steps, useGrouping: 0) } 步。你说继续就继续。
standing-starting = 正在开始…
standing-step = 第 { NUMBER($step, useGrouping: 0) } / { NUMBER($steps, useGrouping: 0) } 步
standing-picture-step = 第 { NUMBER($number, useGrouping: 0) } / { NUMBER($count, useGrouping: 0) } 张图片，第 { NUMBER($step, useGrouping: 0) } / { NUMBER($steps, useGrouping: 0) } 步
standing-loss = 损失 { $loss }
standing-published =
    { $who ->
        [private] 已在 Hub 上，名称是 { $repository }，私有
       *[public] 已在 Hub 上，名称是 { $repository }，公开
    }
standing-made = 做好了
standing-ready = 准备好了
standing-cancelled = 已取消
samples-seen =
    { $count ->
       *[other] 看了 { NUMBER($count, useGrouping: 0) } 次你的照片（samples）
    }
lesson-ready = { $name } 学好了。打开“创作”，做一张图片吧。
lesson-ready-early = { $name } 学好了，用的是 { NUMBER($step, useGrouping: 0) } 步时的样子。打开“创作”，做一张图片吧。
recipe-in-words = { $preset }：{ NUMBER($samples, useGrouping: 0) } 个样本，秩 { NUMBER($rank, useGrouping: 0) }，alpha { $alpha }，学习率 { $learning_rate }，批次大小 { $batch_size }，种子 { $seed }
batch-size-automatic = 自动
news-lesson = { $name } 的课程
news-import = { $name } 的 LoRA
news-publish = { $place } 的发布
news-pictures =
    { $count ->
        [1] 你的图片
       *[other] 你的 { NUMBER($count, useGrouping: 0) } 张图片
    }
news-paused =
    { $count ->
       *[other] { $what }已暂停。
    }
news-running =
    { $count ->
       *[other] { $what }正在进行。
    }
news-no-engine =
    { $count ->
       *[other] { $what }在等 Cuddle 的引擎。
    }
news-at-once =
    { $count ->
       *[other] { $what }马上开始。
    }
news-next =
    { $count ->
       *[other] 队列里下一个就是{ $what }。
    }
news-number =
    { $count ->
       *[other] { $what }排在队列第 { NUMBER($position, useGrouping: 0) } 位。
    }
jobs-label = Cuddle 正在做的事
jobs-more = 队列里还有 { NUMBER($count, useGrouping: 0) } 个
jobs-spoken = 进行中：{ $jobs }。等待中：{ NUMBER($waiting, useGrouping: 0) }。
jobs-spoken-none = 进行中：无。等待中：{ NUMBER($waiting, useGrouping: 0) }。
jobs-spoken-paused = 已暂停：{ NUMBER($paused, useGrouping: 0) }。
move-up = 上移
try-again = 重试
job-log = 日志里的记录
button-unknown = 不认识这个按钮；请重新加载页面。
loss-described = { NUMBER($steps, useGrouping: 0) } 步中的损失：从 { $first } 到 { $last }
loss-first-step = 第 0 步
loss-help = 损失（loss）：画出的样子和你的照片差多远。它会上下跳动，要看的是那条粗线。
sample-step = 第 { NUMBER($step, useGrouping: 0) } 步
sample-alt = 学了 { NUMBER($step, useGrouping: 0) } 步后画的，{ NUMBER($number, useGrouping: 0) }
photo-kept-aside-alt = 留作对比的照片，{ NUMBER($number, useGrouping: 0) }
photo-learned-alt = 照片，{ NUMBER($number, useGrouping: 0) }
use-this-spoken = { use-this }：{ $name } 的第 { NUMBER($step, useGrouping: 0) } 步
name-and-kind = 名字和种类
the-lesson = 课程
sample-button = { $name }（{ $kind }）
photo-alt = 照片 { NUMBER($number, useGrouping: 0) }
photo-fault = { NUMBER($number, useGrouping: 0) }：{ $faults }
photos-given =
    { $count ->
       *[other] { NUMBER($count, useGrouping: 0) } 张照片。
    }
photos-all-fine =
    { $count ->
       *[other] { NUMBER($count, useGrouping: 0) } 张照片，都没问题。
    }
photos-none-yet = 还没有照片。请添加 { $fewest } 到 { $most } 张。
caption-spoken = 照片 { $number } 的描述（{ $name }）
preset-choice = { $title }：{ $help }
preset-choice-timed = { $title }：大约 { $time }。{ $help }
preset-quick = 快速
preset-quick-help = 先有个初步印象，时间约为“均衡”的一半；相似度粗略一些。
preset-balanced = 均衡
preset-balanced-help = 适合大多数角色：相似度好，也能照你的话来画。
preset-thorough = 细致
preset-thorough-help = 适合人脸和细小的花纹。课程最长，也最像。
subject-type-person = 人
subject-type-pet = 动物
subject-type-object = 物品
subject-type-style = 风格
option-samples-help = 练习多久。（samples: training steps × batch size）
option-learning-rate = 学习率
option-learning-rate-help = 每次改正的幅度。（learning rate）
option-rank = 秩
option-rank-help = LoRA 文件能记住多少；越大，文件越大。（rank）
option-alpha = Alpha
option-alpha-help = 影响有多强；通常和秩相同。（alpha）
option-batch-size = 批次大小
option-batch-size-help = 每一步看几张照片。0 表示用这里最快的。（batch size）
option-resolution = 分辨率
option-resolution-help = 以像素为单位；基础模型自己的分辨率最好。
option-seed-help = 在同一台电脑上，相同的种子和设置会得到相同的文件。
option-prior-preservation = 保留基础模型对同类的认识（prior preservation）
option-prior-preservation-help = 同时用它自己画的同类图片来练习。会慢一些；如果所有的猫都变得像你的猫，可以用它。
subject-is-learning = 正在上课
subject-is-ready = 学好了
subject-is-failed = 课程没有完成
subject-spoken = { $name }，{ $kind }，{ $state }
fact-state = 状态
fact-trigger-word = 触发词
fact-photos = 照片
fact-no-photos = 无（以 LoRA 文件导入）
fact-taught-on = 教学所用模型
fact-rank-and-alpha = 秩、alpha
lesson-again = 重试课程
lesson-nothing-to-repeat = { $name } 没有可以重试的课程；请重新教一次。
subject-deleted = { $name } 已删除。
import-file-label = LoRA 文件
likeness = { $name } { $percent } %
preview-alt = 早期预览
picture-number = 图片 { NUMBER($number, useGrouping: 0) }
picture-seed = 种子 { $seed }
results-label = 最新图片
size-square = { $width } × { $height }（方形）
size-wide = { $width } × { $height }（横向）
size-tall = { $width } × { $height }（纵向）
size-unknown = 尺寸是 { $size }；请从列表里选一个，例如 256x256。
subjects-not-chosen = 所选的角色是 { $value }；请再选一次。
grid-without-values = 网格还没有值；请填几个，用英文逗号分隔，例如 0.6, 0.8, 1。
subjects-gone = { $names } 已经不在了；其余的已填好。
form-took-over = 表单采用了 { $file } 的设置，它是用 { $program } 做的。
sampler-choice = { $name }：{ $help }{ $steps }。
sampler-choice-recommended = { $name }（推荐）：{ $help }{ $steps }。
sampler-steps = { NUMBER($low, useGrouping: 0) } 步
sampler-steps-between = { NUMBER($low, useGrouping: 0) } 到 { NUMBER($high, useGrouping: 0) } 步
strength-title = 相似强度
strength-spoken = { $name } 的相似强度
places-left = 左
places-top = 上
places-right = 右
places-bottom = 下
places-number = { $name }：{ $side }，占图片的百分比
places-stands = { $name }：左 { $left } %，上 { $top } %，右 { $right } %，下 { $bottom } %
places-stands-anywhere = { $name }：不限位置
places-off = 恢复不限位置
places-off-spoken = { $name }：恢复不限位置
places-tag-placed = { $name }，在图片里有位置
places-tag-anywhere = { $name }，不限位置
places-same = { $one } 和 { $two } 的位置几乎一样，可能会混在一起。
sampler-dpmpp-2m-karras-help = 步数不多，图片干净；首选。
sampler-dpmpp-2m-ays-help = 只用三分之一的时间，效果几乎一样好：十步都用在最要紧的噪声级别上（Align Your Steps）。
sampler-hyper-sd-help = 带引导的采样器里最快的。会下载一次辅助文件（一个 LoRA，SDXL 为 790 MB）。
sampler-lcm-help = 快速草图，比较平，不太精确。会下载一次辅助文件（一个 LoRA，SDXL 为 390 MB）。
sampler-dpmpp-2m-help = 同样的方法，步距均匀；步数少时稍微柔和一点。
sampler-dpmpp-2m-exponential-help = 介于两者之间：用在细节上的步数比均匀分布多，比 Karras 少。
sampler-dpmpp-2m-simple-help = 用来重现 ComfyUI 里以“simple”调度做的图片。
sampler-dpmpp-2m-normal-help = 用来重现 ComfyUI 里以“normal”调度做的图片。
sampler-dpmpp-2m-sde-karras-help = 每一步加入新的噪声：质感更生动，步数越多图片越不同。
sampler-dpmpp-sde-karras-help = 步数不多，质感丰富，适合皮肤和毛发；每一步看两遍，所以时间加倍。
sampler-euler-help = 最朴素的方法：稳定，可预料。
sampler-euler-a-help = 每一步加入新的噪声：图片柔和多变，步数越多变化越多。
sampler-euler-karras-help = Euler，把更多的步数用在细节上。
sampler-euler-simple-help = 用来重现 ComfyUI 里以“simple”调度做的图片。
sampler-heun-help = 每一步看两遍：比 Euler 更精确，时间加倍。
sampler-heun-karras-help = Heun，把更多的步数用在细节上。
sampler-ddim-help = 经典方法；用来重现别处用它做的图片。
sampler-unipc-help = 很少的步数就能做出好图片。
sampler-lms-karras-help = 较早的快速方法；用来重现别处用它做的图片。
sampler-dpm2-karras-help = 每一步看两遍：精确而细致，时间加倍。
sampler-dpm2-a-karras-help = 每一步加入新噪声的 DPM2：变化更多，步数越多图片越不同。
axis-strength-of = { $name } 的相似度
axis-strength = 相似强度
axis-prompt = 文字
axis-negative-prompt = 要避免的
axis-sampler = 采样器
axis-steps = 步数
axis-guidance-scale = 引导系数
axis-seed = 种子
axis-size = 尺寸
axis-variation-strength = 变体
axis-start-strength = 与起始图片的差异
axis-larger-strength = 放大时的改变
base-model-automatic = 自动：{ $title }
base-model-pocket = 口袋模型（小巧，随 Cuddle 附带）
base-model-pocket-help = 在 256×256 像素里画一个小小的卡通世界。不用下载，不用显卡；适合初次尝试。
base-model-sdxl-help = 能做照片和绘画，1024×1024 像素。需要 6 GB 以上的显卡，下载一次 7 GB。
base-model-sd15-help = 能做照片和绘画，512×512 像素。适合 4 GB 起的小显卡；下载一次 2 GB。
base-model-like = 来自 { $source } 的 { $title } 模型。
base-model-automatic-help = { $title }。{ $help }{ $why }
fact-prompt = 提示词
fact-read-as = 理解为
fact-subjects = 角色
fact-no-subjects = 无
fact-nothing-avoided = 无
fact-subject = { $name }（相似强度 { $strength }）
fact-size = { $width } × { $height }
fact-like-the-photos = 与照片的相似度
fact-made-on = 所用模型
fact-in-comfyui = 在 ComfyUI 中
fact-in-a1111 = 在 A1111 中
fact-took = 用时
fact-seconds = { $seconds } 秒
fact-variation = 变体
fact-variation-of = { $strength }，编号 { $seed }
fact-start = 起始于
fact-start-of = 一张图片，可改变 { $strength }
fact-larger = 已放大
fact-larger-by = { $scale } 倍，可改变 { $strength }
fact-compares = 对比
license-none = 暂无
license-openrail-sdxl = OpenRAIL++，与 Stable Diffusion XL 相同
license-openrail-sd15 = OpenRAIL-M，与 Stable Diffusion 1.5 相同
license-cc0 = CC0：可自由用于任何用途
license-cc-by = CC BY：署你的名即可自由使用
license-cc-by-sa = CC BY-SA：署名，并以相同方式共享
license-cc-by-nc = CC BY-NC：署名，不得商用
license-cc-by-nc-nd = CC BY-NC-ND：署名，不得商用，不得改动
license-apache = Apache 2.0
license-mit = MIT
login-intro = 请用给你的用户名和密码登录。
login-name = 用户名
login-password = 密码
login-button = 登录
login-first = 请先登录。
login-wrong = 用户名或密码不对。
login-too-long = 用户名和密码没有这么长。
login-wait = 输错密码的次数太多了。请等 { NUMBER($seconds, useGrouping: 0) } 秒再试。
login-wait-elsewhere = 在运行 Cuddle 的电脑上，用它自己的地址可以马上登录。
log-out-by-post = 请发送 POST 来退出登录。
something-broke = Cuddle 自身出了问题；你提供的内容都没有丢。它的日志里有更多说明。请再试一次。
not-found = 没有找到。
not-served-here = 这里不提供这个地址。请打开 Cuddle 显示的地址，或者把这个地址写进 CUDDLE_ALLOWED_HOSTS。
own-page-only = 这里只回应 Cuddle 自己的页面。
body-with-no-use = { $method } 请求不能附带内容。
body-too-large = 内容超过 { $megabytes } MB；请用 { $path } 发送文件。
body-too-slow = 用时太久；请再试一次。
json-too-large = 这段 JSON 的值超过 { $items } 个，或者层级超过 { $levels } 层。
upload-too-large = 这些文件加起来超过了 { $megabytes } MB 的上限；请一次少传一些。
upload-too-many = 一次最多上传 { NUMBER($files, useGrouping: 0) } 个文件；请一次少传一些。
upload-stopped = 上传停止了；请再试一次。
upload-sender-gone = 发送方已断开。
too-much-going-on = 你在这里同时进行的事情太多了：{ $what }。请等其中一些结束后再试。
going-on-pages = { NUMBER($count, useGrouping: 0) } 个打开的页面
going-on-answers = { NUMBER($count, useGrouping: 0) } 个正在等待的回答
going-on-uploads = { NUMBER($count, useGrouping: 0) } 个上传
going-on-calls = { NUMBER($count, useGrouping: 0) } 个调用
going-on-queued = { NUMBER($count, useGrouping: 0) } 个排队的调用
served-file-gone = 文件 { $name } 已经不在了；请重新加载页面。
file-missing = 没有文件；请至少上传一个。
file-and-hub-id = 文件和 hub_id 请只给一个，不要两个都给。
start-failed = Cuddle 无法启动：{ $why }
start-ready = Cuddle 已就绪：{ $url }
start-data-folder = 它保存的一切都在 { $folder } 里
start-share = 供其他人使用，在运行期间有效：{ $url }
start-login = 以 { $name } 登录，密码是 { $password }
start-login-shows = --login 的密码会显示在这台电脑的进程列表里。要保密，请用 --login-file，或者环境变量 CUDDLE_USER 和 CUDDLE_PASSWORD。
start-two-logins = 同时给了 --login 和 --login-file；给一个就行。
start-data-folder-around-temporary = 数据文件夹 { $folder } 里面有这台电脑的临时文件夹。请用 --data-folder 另选一个。
start-port-in-use = 无法监听 { $host }:{ NUMBER($port, useGrouping: 0) }；也许 Cuddle 已经在那里运行。请打开 http://{ $host }:{ NUMBER($port, useGrouping: 0) }，或结束另一个程序，或另选一个端口，例如 --port { NUMBER($next, useGrouping: 0) }。

## ---- Errors: values, files, photos, subjects

empty-value = 空值
no-number-between = { $name }是 { $value }；请选 { $low } 到 { $high } 之间的数。
no-whole-number-between = { $name }是 { $value }；请选 { NUMBER($low, useGrouping: 0) } 到 { NUMBER($high, useGrouping: 0) } 之间的整数。
not-true-or-false = { $name }是 { $value }；请选 true 或 false。
not-text = { $name }是 { $value }；请写成最多 { NUMBER($longest, useGrouping: 0) } 个字符的文字。
text-too-long = { $name }有 { $length } 个字符；最多 { $longest } 个。请缩短。
text-too-short = { $name }是空的；请写 { NUMBER($shortest, useGrouping: 0) } 到 { $longest } 个字符。
text-not-one-line = { $name }含有换行或无法显示的字符；请写成一行。
no-such-choice = { $name }是“{ $value }”；请从这些里选：{ $choices }。
file-outside = 文件“{ $file }”在数据文件夹之外；请改为上传。
give-as-text = { $name }是 { $value }；请写成文字。
text-with-half-character = { $name }是“{ $value }”，里面有无效的字符；请重新输入。
give-as-whole-number = { $name }是 { $value }；请写成整数。
far-too-large = { $name }是 { $value }，太大了；请写一个小一些的整数。
give-as-number = { $name }是 { $value }；请写成数字。
give-a-list = { $name }收到的是 { $value }；请给出列表。
give-a-list-of-texts = { $name }里混有 { $value }；请给出文字的列表。
give-by-name = { $name }收到的是 { $value }；请按名称给出值，例如 { "{" }'steps': 200{ "}" }。
side-no-multiple = { $name }是 { NUMBER($side, useGrouping: 0) } 像素；请选 8 的倍数，例如 { NUMBER($near, useGrouping: 0) }。
field-on-page = “{ $label }”
label-in-group = { $group }：{ $label }
request-file-name = 文件名
request-seed = 种子
request-typed-prompt = 输入的原始提示词
request-picture-id = 图片的 id
request-grid-parameter = 网格的参数
request-picture-file = 图片文件
request-subject-name = 角色的名字
request-given-name = 文件的名称
request-word-is-made = 触发词是否自动生成
request-name = 角色的名字
request-repository = 仓库
request-commit = 提交
request-file-size = 文件的大小
request-instance-prompt = 实例提示词
request-family = 系列
request-mark = 角色的标记
request-replaced-commit = 可以替换的提交
request-private = 私有
request-a-file = 文件的名称
recipe-subject-type = 角色的类型
recipe-rank = 秩
recipe-alpha = Alpha
recipe-samples = 样本数
recipe-learning-rate = 学习率
recipe-batch-size = 批次大小
recipe-resolution = 分辨率
recipe-checkpoint-samples = 检查点之间的样本数
recipe-sample-samples = 样图之间的样本数
recipe-prior-preservation = 先验保留（prior preservation）
recipe-last-timestep = 最后的时间步
recipe-first-timestep = 最初的时间步
recipe-outside-weight = 角色周围内容的权重
recipe-outside-prior-weight = 角色周围基础模型的权重
recipe-close-ups = 特写
recipe-convolutions = 卷积
recipe-checkpoint-steps = 检查点之间的步数
recipe-sample-steps = 样图之间的步数
request-steps-with = 使用 { $sampler } 的步数
request-strength-of = { $name } 的相似强度
request-place-of = { $name } 的位置
request-caption-of = { $name } 的描述
path-too-long = { $path }… 的路径太长：其中任何一个名称都不能超过 255 字节。请用 --data-folder 选一个短一些的。
file-not-written = 无法写入 { $place }（{ $reason }）。用属于你的文件夹就行：请更改它的权限，或者用 --data-folder 另选一个。
disk-full = 磁盘满了：无法写入 { $place }，原有的内容都没有丢。请腾出一些空间（可以在“相册”里删除旧图片，再清空回收站），然后再试。
file-kind-text =
    { $count ->
       *[other] 文本文件
    }
file-kind-raw =
    { $count ->
       *[other] RAW 照片
    }
file-kind-video =
    { $count ->
       *[other] 视频
    }
file-kind-sound =
    { $count ->
       *[other] 音频文件
    }
file-kind-pdf =
    { $count ->
       *[other] PDF
    }
file-kind-svg =
    { $count ->
       *[other] SVG 图形
    }
file-kind-web-page =
    { $count ->
       *[other] 网页
    }
file-kind-photoshop =
    { $count ->
       *[other] Photoshop 文件
    }
file-kind-jpeg-xl =
    { $count ->
       *[other] JPEG XL 照片
    }
file-kind-postscript =
    { $count ->
       *[other] PostScript 文件
    }
file-kind-office =
    { $count ->
       *[other] 办公文档
    }
file-kind-program =
    { $count ->
       *[other] 程序
    }
file-kind-database =
    { $count ->
       *[other] 数据库
    }
file-kind-rar =
    { $count ->
       *[other] RAR 压缩包
    }
file-kind-7z =
    { $count ->
       *[other] 7z 压缩包
    }
file-kind-gzip =
    { $count ->
       *[other] gzip 压缩包
    }
file-kind-bzip2 =
    { $count ->
       *[other] bzip2 压缩包
    }
file-kind-xz =
    { $count ->
       *[other] xz 压缩包
    }
file-kind-zstd =
    { $count ->
       *[other] zstd 压缩包
    }
file-kind-tar =
    { $count ->
       *[other] tar 归档
    }
choose-photo-itself = 请选照片本身。
upload-again-or-leave-out = 请再上传一次，或者不用它。
save-as-one-of-these = 请存成其中一种格式，或者不用它。
save-as-jpeg-in-camera-program = 请在相机附带的程序里存成 JPEG。
choose-photo-or-frame = 请选一张照片，或者把其中一帧存成 JPEG。
save-photos-in-it-as-jpeg = 请把里面的照片存成 JPEG。
save-as-png = 请存成 PNG。
save-as-jpeg = 请存成 JPEG。
save-picture-not-page = 请保存图片本身，而不是显示它的网页。
unpack-archive = 请先解压，再上传照片，或者把照片打成 zip 上传。
photo-formats-fine = 可以用 JPEG、PNG、WebP、HEIC、AVIF、TIFF 和 BMP 照片
file-in-zip = { $zip } 里的 { $file }
file-empty =
    { $count ->
       *[other] { $files } 是空的（0 字节）
    }；{ photo-formats-fine }。{ $advice }
file-no-photo =
    { $count ->
       *[other] { $files } 不是能打开的照片
    }；{ photo-formats-fine }。{ $advice }
file-picture-not-opened =
    { $count ->
       *[other] { $files } 是{ $kind }，Cuddle 打不开
    }；{ photo-formats-fine }。{ $advice }
file-another-kind =
    { $count ->
       *[other] { $files } 不是照片，而是{ $kind }
    }；{ photo-formats-fine }。{ $advice }
zip-others-left-out =
    { $count ->
       *[other] { $zip } 里的 { $files } 不是照片，没有采用。
    }
zip-in-zip = { $zip } 里还有一个 zip：{ $files }；请把照片本身打成一个 zip。
zip-regularization =
    { $count ->
       *[other] { $zip } 里的 { $files } 是
    }同类的其他图片（regularization）。需要时 Cuddle 会自己做，所以没有采用那个文件夹里的任何内容。
zip-companions =
    { $count ->
       *[other] { $zip } 里有 { NUMBER($count, useGrouping: 0) } 个电脑或照片程序存在照片旁边的文件（{ $marks }），没有采用。
    }
photo-too-large = { $photo } 有 { NUMBER($size, useGrouping: 0) } MB；照片最大 { NUMBER($most, useGrouping: 0) } MB。请另存一份小一些的。
file-is-folder = { $file } 是文件夹；{ photo-formats-fine }，也可以用这些照片的 zip。请选里面的照片。
file-not-read = 无法读取 { $file }（{ $reason }）；请再上传一次。
file-companion = { $file } 是电脑和照片程序存在照片旁边的文件，没有采用。
zip-leads-out = { $zip } 里有名为“{ $file }”的文件，它指向 zip 之外，没有采用；请用 cat1.jpg 这样的普通名称。只用你信任的人给的 zip。
zip-locked = { $zip } 有密码保护；请用没有密码的 zip。请重新打包，不要设密码。
zip-without-photos = { $zip } 里没有照片；{ photo-formats-fine }。请把照片本身打进 zip。
zip-of-photos = 只有照片的 zip
zip-of-so-many-photos = 有 { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 张照片的 zip
zip-long-list = { $zip } 里列出的文件太多；可以用{ $fine }。请只打包照片。
zip-damaged = { $zip } 是损坏的 zip；请用完整的照片 zip。请重新打包或再上传一次。
zip-too-many-files = { $zip } 里有 { NUMBER($count, useGrouping: 0) } 个文件；可以用{ $fine }。请只打包照片。
zip-too-large = { $zip } 解压后会有 { $size } GB；最大 { $most } GB。请只打包照片，或者一张一张上传。
photo-several-pictures = { $photo } 里有好几张图片，采用了第一张。
photo-memory = 打开 { $photo } 需要超过 { NUMBER($most, useGrouping: 0) } MB 内存。请另存一份小一些的，或者存成 JPEG。
photo-damaged = { $photo } 已损坏或不完整；请用完整的照片。请再上传一次，或者不用它。
photo-damaged-in-zip = { $photo } 已损坏；请用完整的照片 zip。请重新打包。
photo-many-megapixels = { $photo } 超过 1.7 亿像素（170 megapixels）；最多 { NUMBER($most, useGrouping: 0) } 百万像素，JPEG 最多 { NUMBER($most_jpeg, useGrouping: 0) } 百万像素。请另存一份小一些的。
photo-not-opened = { $photo } 不是能打开的照片；{ photo-formats-fine }。请存成其中一种格式，或者不用它。
photo-too-small = { $photo } 太小或太窄：{ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } 像素；短边至少要 { NUMBER($least, useGrouping: 0) }，512 更好，长边最多是短边的 { NUMBER($times, useGrouping: 0) } 倍。请选大一些的照片，或者截取这张的一部分。
photo-moving = { $photo } 是动图；{ photo-formats-fine }，但要静态的。请把其中一帧存成 JPEG。
photo-megapixels = { $photo } 有 { $megapixels } 百万像素（{ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }）；最多 { NUMBER($most, useGrouping: 0) } 百万像素，JPEG 最多 { NUMBER($most_jpeg, useGrouping: 0) } 百万像素。请另存一份小一些的。
photo-megapixels-jpeg = { $photo } 有 { $megapixels } 百万像素（{ NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }）；最多 { NUMBER($most, useGrouping: 0) } 百万像素。请另存一份小一些的。
photo-reader-ended = 无法打开 { $photo }：读取程序中途退出了。请重新存成 JPEG，或者不用它。
photo-takes-too-long = 打开 { $photo } 要超过 { $seconds } 秒。请重新存成 JPEG，或者不用它。
photo-given-twice = { $copy } 和 { $own } 是同一张照片，只采用了一次。
photo-copy-as = { $copy }（同 { $own }）
photos-given-twice = 有 { NUMBER($count, useGrouping: 0) } 张照片和别的照片相同，每张只采用了一次：{ $copies }。
photos-left-too-few =
    { $count ->
        [0] 没有剩下照片
       *[other] 只剩下 { NUMBER($count, useGrouping: 0) } 张照片
    }；需要 { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 张。请再添加一些。
photos-too-few =
    { $count ->
       *[other] 你给了 { NUMBER($count, useGrouping: 0) } 张照片
    }；需要 { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 张。请再添加一些。
photos-too-many =
    { $count ->
       *[other] 你给了 { NUMBER($count, useGrouping: 0) } 张照片
    }；需要 { NUMBER($least, useGrouping: 0) } 到 { NUMBER($most, useGrouping: 0) } 张。请选出最好的，去掉其余的。
one-of-several-photos = { $file } 里有 { NUMBER($count, useGrouping: 0) } 张照片；请给出其中一张。
caption-not-utf-8 = { $file } 不是 UTF-8 文本，所以没有采用其中的描述；请存成 UTF-8。
caption-empty = { $file } 是空的，所以没有描述可用；请写一条，或者不用它。
caption-damaged = { $file } 已损坏，所以没有采用其中的描述；请重新打包 zip。
caption-several-lines = { $file } 有 { NUMBER($count, useGrouping: 0) } 行，采用了第一行作为描述；请写成一行。
caption-too-long = { $file } 里的描述有 { $length } 个字符；最多 { NUMBER($most, useGrouping: 0) } 个，所以只采用了开头。请缩短。
caption-of-no-photo = { $file } 没有对应的照片，没有采用；cat1.jpg 的描述要叫 cat1.txt。
captions-taken =
    { $count ->
       *[other] 从照片旁边的文本文件里采用了 { NUMBER($count, useGrouping: 0) } 张照片的描述。
    }
folder-name-and-captions = 根据文件夹“{ $folder }”，描述里的“{ $words }”指的是你要教的角色；{ $repeats } 次重复没有采用：课程看每张照片的次数都一样。
folder-photos-alone = 文件夹“{ $folder }”里只采用了照片和描述：名字和种类以你填写的为准，课程看每张照片的次数都一样，不是 { $repeats } 次。
caption-for-no-photo = 有一条给 { $photo } 的描述，但没有这张照片；有的是：{ $photos }。
names-and-so-on = { $names }……
captions-not-as-many = 有 { NUMBER($captions, useGrouping: 0) } 条描述和 { NUMBER($photos, useGrouping: 0) } 张照片；请按照片顺序每张给一条，没有的留空，或者按文件名给出。
captions-unreadable = 描述是 { $value }；请按文件名给出，例如 { "{" }'cat1.jpg': '[name] 在沙发上'{ "}" }，或者按照片顺序给出列表。
everyday-word = “{ $word }”是日常用词，所以 { $name } 的图片里可能也会出现它本来的意思。换一个不是普通词的名字，或者长一点的，比如“{ $name } Miller”，就能分清。
trigger-word-made = 文件里没有写触发词，所以用名字生成了“{ $word }”。如果图片不像 { $name }，请用当初教它时的词重新导入文件。
photos-alike = 照片 { NUMBER($first, useGrouping: 0) } 和 { NUMBER($second, useGrouping: 0) } 几乎一样；不同的角度能教得更多。
photos-alike-and-more = 照片 { NUMBER($first, useGrouping: 0) } 和 { NUMBER($second, useGrouping: 0) } 几乎一样（另外还有 { NUMBER($more, useGrouping: 0) } 对）；不同的角度能教得更多。
photo-small = 照片 { $photo } 太小，会放大 { $times } 倍；大一些的能保留更多细节。
photos-small = 照片 { $photos } 太小，最多会放大 { $times } 倍；大一些的能保留更多细节。
photos-all-small = 所有照片都太小，最多会放大 { $times } 倍；大一些的能保留更多细节。
photo-is-blurred = 照片 { $photo } 模糊；清晰的能教得更多。
photos-are-blurred = 照片 { $photos } 模糊；清晰的能教得更多。
photo-is-dark = 照片 { $photo } 很暗；光线好一些的能教得更多。
photos-are-dark = 照片 { $photos } 很暗；光线好一些的能教得更多。
photo-is-screenshot = 照片 { $photo } 看起来是截图，图片周围的东西也会被学进去；照片本身能教得更多。
photos-are-screenshot = 照片 { $photos } 看起来是截图，图片周围的东西也会被学进去；照片本身能教得更多。
photo-badge-alike = 几乎一样
photo-badge-small = 太小
photo-badge-blurred = 模糊
photo-badge-dark = 很暗
photo-badge-screenshot = 截图
name-empty = 名字是空的；请取一个 1 到 { NUMBER($most, useGrouping: 0) } 个字符的名字，例如 Dumpling。
name-too-long = 名字“{ $name }”有 { NUMBER($length, useGrouping: 0) } 个字符；最多 { NUMBER($most, useGrouping: 0) } 个。请缩短。
name-with-signs = 名字“{ $name }”含有 { $signs }；可以用字母和文字、数字、空格以及 - ' . &。
name-without-letters = 名字“{ $name }”里没有字母、文字或数字；请取一个名字，例如 Dumpling。
kind-empty = 种类是空的；请用一两个词说明是什么，例如猫、狗、女人或茶壶。
kind-too-long = 种类“{ $kind }”有 { NUMBER($length, useGrouping: 0) } 个字符；最多 { NUMBER($most, useGrouping: 0) } 个。请缩短。
kind-more-than-words = 种类“{ $kind }”里不只有词；可以用写在一行里的文字、空格和 -。请用一两个词说明是什么，例如猫、狗或女人。
kind-not-known = Cuddle 不认识种类“{ $kind }”这个词，而模型读的是英文；请用英文说明是什么，例如 cat、woman 或 teapot。
trigger-word-not-fine = 触发词是“{ $word }”；请用一个由 a-z 和 0-9 组成、1 到 { NUMBER($most, useGrouping: 0) } 个字符的词。
step-of-untaught = { $name } 还没学好；请等课程结束后再选前面的步。
no-steps-kept = 没有保留 { $name } 前面的步；新的课程会保留一些。
step-not-kept = { $name } 的第 { NUMBER($step, useGrouping: 0) } 步没有保留；请从这些步里选：{ $steps }。
step-files-gone = { $name } 第 { NUMBER($step, useGrouping: 0) } 步的文件不在了；请选另一步。
subject-not-taught = { $name } 还没学好；请等课程结束，或者不选这个角色。
subject-failed = { $name } 的课程没有顺利结束；请在“首页”重试，或者不选这个角色。
subject-no-file = { $name } 没有 { $format } 文件；课程结束后就会有。
subject-being-taught = { $name } 正在上课。请先取消课程，再删除。
subject-being-cancelled = { $name } 的课程刚刚开始，正在取消；取消后再删除。
file-gone = 文件 { $file } 已经不在了。
password-no-text = CUDDLE_PASSWORD 不是文字；请在里面写上密码。
setting-not-fine = 设置 { $setting } 是“{ $value }”：{ $reason }。请更改 --{ $option } 或 CUDDLE_{ $variable }。
password-too-short = 密码有 { NUMBER($length, useGrouping: 0) } 个字符；别人能打开的页面至少需要 { NUMBER($least, useGrouping: 0) } 个。四个互不相关的词就是好密码。使用 --share 而没有设置登录时，Cuddle 会生成一个密码。
password-too-easy = 密码太容易猜：去掉用户名、常见的词、重复和连续的字符后，几乎什么都不剩。四个互不相关的词就是好密码。使用 --share 而没有设置登录时，Cuddle 会生成一个密码。
login-without-colon = { $source } 需要用户名和密码，中间用冒号隔开，例如 anna:secret。
login-file = 登录文件 { $file }
login-file-not-utf-8 = { $file } 不是 UTF-8 文本；请在里面写 name:password。
login-file-not-read = 无法读取 { $file }（{ $reason }）；请给出一个文件的路径，里面只有一行 name:password。
login-file-several-lines = { $file } 不止一行；只要一行 name:password。

## ---- Errors: pictures, metadata, prompts

start-gone = 起始图片已经不在了。请再选一次。
no-start = 没有起始图片；请把它的 id 作为 picture 给出，或者给出来自 keep_start 的文件。
sheet-of-several = 这是由好几张图片拼成的大图。请打开其中一张，再选一次。
no-picture-option = 图片没有选项“{ $option }”；有的是：{ $options }。
sampler-without-helper = { $sampler } 需要辅助 LoRA，而 { $model } 没有。请选另一个采样器；DPM++ 2M AYS 在任何基础模型上都很快。
choice-unreadable = 所选的角色里有“{ $value }”；请用 name、strength 给出，需要时加上 box。
choice-unknown-name = 所选的角色里有“{ $value }”；可以用 name、strength 和 box。
place-unreadable = { $place }是 { $value }；请给出 0 到 1 之间的 left, top, right, bottom。
subject-chosen-twice = { $name } 选了两次；每个角色请只选一次，再设置强度。
given-start = 起始图片
given-larger = 放大版
given-grid = 网格
given-side = 网格的一边
not-by-name = { $name }是 { $value }；请按名称给出 { $names }。
unknown-among = { $name }里有“{ $value }”；可以用 { $names }。
axis-of-subject = { $name } 的相似度
axis-number = { $axis } { NUMBER($value, useGrouping: 0) }
axis-words = { $axis }：{ $value }
grid-prompts = 网格里的{ $axis }有 { NUMBER($count, useGrouping: 0) } 条提示词；请只给出网格的值。
grid-values = 网格里的{ $axis }有 { NUMBER($count, useGrouping: 0) } 个值；可以有 1 到 { NUMBER($most, useGrouping: 0) } 个。
grid-value-unreadable = 网格里的{ $axis }是 { $value }；请给出数字或文字。
grid-sides-equal = 网格的两边都是{ $axis }；请选两个不同的项目。
grid-too-large = 网格有 { NUMBER($count, useGrouping: 0) } 张图片；最多 { NUMBER($most, useGrouping: 0) } 张。
grid-without-x = 网格没有 x；请给出名称和值的列表。
grid-side-unreadable = 网格的一边是 { $value }；请给出它的名称和值的列表。
grid-prompt-unreadable = 网格里的一条提示词是 { $value }；请只给出网格的值。
grid-strength-of-nobody = 网格要对比相似强度，但图片里没有角色。请选你指的是谁。
grid-strength-of-absent = 网格要对比相似强度，但 { $name } 不在图片里。请选你指的是谁。
grid-words-not-held = 网格的第一个词是“{ $words }”，但提示词里没有。
grid-words-in-names = 网格的第一个词是“{ $words }”，它只出现在提示词的名字里。
grid-size-unreadable = 网格里的一个尺寸是 { $value }；请写成 1024x1024 这样。
grid-no-start = 网格要对比图片的改变程度，但没有起始图片。
grid-no-larger = 网格要对比放大版的改变程度，但没有要求放大。
readings-unreadable = 理解方式是 { $value }；请按名称给出，最多 { NUMBER($most, useGrouping: 0) } 个，例如 { "{" }'Rose 2': 'word'{ "}" }。
reading-unreadable = “{ $name }”的理解方式是 { $value }；可以用 '{ $as_name }' 和 '{ $as_word }'。
lora-to-avoid = “{ $lora }”是写在要避免的内容里的 LoRA，没有采用。
lora-of-nobody = LoRA“{ $lora }”不属于你的任何角色，没有采用；可以在“首页”导入它的文件。
strength-taken = { $name } 的强度是 { $given }；采用 { $taken }。
named-not-chosen = 提到了 { $name }，但没有选中，所以图片里不会有 { $name }；请把 { $name } 也选上。
elsewhere-hypernetwork = 超网络（hypernetwork）
elsewhere-tag = 其他程序的标签
elsewhere-embedding = 嵌入（embedding）
elsewhere-wildcard = 词表
elsewhere-prompts = 同时使用的几条提示词
elsewhere-turns = 轮流使用的词
elsewhere-changes = 在各步中变换的词
elsewhere-drawn = 随机抽取的选项
syntax-elsewhere = “{ $written }”（{ $what }）
tag-left-out = “{ $written }”是其他程序的标签，没有采用。
embedding-left-out = “{ $written }”代表一个嵌入（embedding），Cuddle 不加载；没有采用。
wildcard-not-here = “{ $written }”代表一个这里没有的词表；请直接写词。
break-left-out = “BREAK”没有采用：Cuddle 会自己把长提示词分段读取。
and-as-word = “AND”在其他程序里用来连接几条提示词；在这里当作普通的词“and”。
words-turns-read = “{ $written }”会在每一步换词，Cuddle 不这样做；读作“{ $read }”。
words-turns-left-out = “{ $written }”会在每一步换词，Cuddle 不这样做；没有采用。
words-changes-read = “{ $written }”会在中途换词，Cuddle 不这样做；读作“{ $read }”。
words-changes-left-out = “{ $written }”会在中途换词，Cuddle 不这样做；没有采用。
weight-of-another = “{ $written }”是其他程序里给词加权的写法；这里要写“({ $inside })”。
choice-read = “{ $written }”是其他程序随机抽取的选项；读作“{ $read }”。
picture-formats-fine = 可以用 Cuddle、A1111 或 ComfyUI 做的 PNG、JPEG 或 WebP 图片
picture-too-large = { $file } 超过 { NUMBER($most, useGrouping: 0) } MB。{ picture-formats-fine }。
picture-not-read = { $file } 无法读取，或者已损坏。{ picture-formats-fine }。
picture-without-parameters = { $file } 不是带参数的图片。{ picture-formats-fine }。
unknown-program = Cuddle 不认识的程序
picture-own-damaged = { $file } 是 Cuddle 做的，但它的参数已损坏。{ picture-formats-fine }。
picture-of-another-program = { $file } 来自 { $program }，Cuddle 不读取它的参数。{ picture-formats-fine }。
picture-graph-without-sampler = { $file } 里的 ComfyUI 工作流没有普通的采样器，Cuddle 不读取。{ picture-formats-fine }。
picture-other-text = { $file } 里有一段文字，但不是参数（“{ $text }”）。{ picture-formats-fine }。
picture-stealth = { $file } 把参数藏在像素里（stealth PNG），Cuddle 不从那里读取。{ picture-formats-fine }。
picture-nothing-in-it = { $file } 没有参数；聊天软件和照片程序做的副本会丢掉参数。{ picture-formats-fine }。
picture-cut-off = { $file } 不完整，缺少参数部分。{ picture-formats-fine }；请重新下载。
picture-text-too-long = { $file } 里的文字“{ $text }”超过 { NUMBER($most, useGrouping: 0) } MB；什么都没有读取。{ picture-formats-fine }。
found-steps = 步数
found-guidance-scale = 引导系数
found-width = 宽度
found-height = 高度
found-prompt = 提示词
found-negative-prompt = 要避免的内容
found-own-damaged = Cuddle 自己写进去的内容已损坏，所以这里用的是它写给其他程序看的内容。
found-later-version = 是较新版本的 Cuddle 做的；没有采用：{ $names }。
found-missing = 里面没有写：{ $values }；已填入适合基础模型的值。
found-other-sampler = 它的采样器“{ $sampler }”不是 Cuddle 有的；已选 { $chosen }。
found-no-sampler = 里面没有写采样器；已选 { $chosen }。
found-seed-beyond = 它的种子 { $seed } 超出 Cuddle 的范围（0 到 { NUMBER($most, useGrouping: 0) }）；会另抽一个。
found-variation-beyond = 它的变体（{ $strength }，朝向种子 { $seed }）Cuddle 做不了；没有采用。
found-no-prompt = 里面没有能读取的提示词。
found-not-taken-over = 没有采用：{ $what }。
found-also-not-taken-over = 另外没有采用：{ $what }。
found-more-nodes = 还有 { NUMBER($count, useGrouping: 0) } 个节点也没有采用。
found-nearest = 它的{ $value }是 { $given }；Cuddle 能做的最接近的是 { $near }。
found-long-text = 它的{ $value }有 { $length } 个字符；填入了前 { $most } 个。
found-many-loras = 里面写了 { NUMBER($count, useGrouping: 0) } 个 LoRA；只看前 { NUMBER($most, useGrouping: 0) } 个。
found-strength = { $name } 的强度是 { $given }；填入了 { $taken }。
found-subject-twice = 有一个角色出现了两次；填入了第一个强度。
found-many-subjects = 里面有 { NUMBER($count, useGrouping: 0) } 个角色；填入了前 { NUMBER($most, useGrouping: 0) } 个。
found-lora-of-nobody = LoRA“{ $lora }”不属于你的任何角色，没有采用；可以在“首页”导入它的文件。
found-no-base-model = 这里没有它的基础模型“{ $model }”；改填了自动选择。
found-noise-of-card = { $program } 的噪声是在显卡上生成的，所以同样的种子在这里会画出另一张图片。
found-noise-unsaid = 没有写噪声是在哪里生成的；如果是在显卡上，它的种子在这里会画出另一张图片。
comfy-noise-here = { $sampler } 在 ComfyUI 里生成新噪声的方式不同，所以这里会是另一张图片。
comfy-computed-here = { $sampler } 在 ComfyUI 里的算法不同，所以这里会是另一张图片。
graph-text-encoder-strength = “{ $lora }”在文本编码器里的强度
graph-several-pictures = 工作流里保存了 { NUMBER($count, useGrouping: 0) } 张图片，读取了第一张
graph-part-alone = { $value }只用于图片一部分的设定
graph-words-of-part = { $value }里只用于图片一部分的词：“{ $words }”
graph-words-added = 加到{ $value }里的词：“{ $words }”
graph-weight = “{ $words }”的 { $weight } 倍权重（这里是 { $near }）
graph-so-many-times = { NUMBER($count, useGrouping: 0) } 次{ $what }
comfy-noise-there = { $sampler } 在那里生成新噪声的方式不同。
comfy-computed-there = { $sampler } 在那里的算法不同。
comfy-noise-levels = 只有用 { NUMBER($steps, useGrouping: 0) } 步时，{ $sampler } 在那里的噪声级别才相同。
comfy-loras-everywhere = 在那里，所有 LoRA 作用于整张图片；在这里，每个角色各占一处。
comfy-no-places = 在那里，角色没有位置。
comfy-one-picture = 在那里是一张图片，不是几张拼成的大图。
comfy-curly-brackets = 它的页面会在{ "{" }花括号{ "}" }里的词中选一个，并略去 // 或 /* 之后的内容。
comfy-embedding = “embedding:”在那里会加载文件；在这里是普通的词。
comfy-long-prompt = 这么长的提示词，在那里可能会从别的词处断开。
comfy-choose-start = 请在那里的 Load Image 节点中选择起始图片。
person-id-not-plain = 人的 id 是“{ $id }”；请用 1 到 40 个 a-z 和 0-9 的字符。

## ---- Errors: models, the Hub, engines, the folder

weights-kind-empty = 空的，里面没有权重
weights-gone = { $name } 不在（或已经不在）了。请放回去，或者另选一个。
weights-not-read = 无法读取 { $name }（{ $error }）。请放回去，或者另选一个。
weights-empty = 空文件；请重新下载
auto-chosen-at-start = 是用 --base-model 选的。
auto-not-known-yet = Cuddle 还在查看这台电脑有没有显卡。
auto-without-card = 这台电脑没有 Cuddle 能用的显卡；{ $title } 需要显卡。
auto-card-too-small = 显卡有 { NUMBER($there, useGrouping: 0) } GB；{ $title } 需要 { $needed } GB 以上。
auto-card-large-enough = 显卡有 { NUMBER($there, useGrouping: 0) } GB，足够用 { $title }。
photos-drawn-by = 请在“更多设置”里选 { $title }；这里的显卡足够。
photos-drawn-elsewhere = 要用真实的照片，请在显卡有 { $needed } GB 以上的电脑上启动 Cuddle，或者在“更多设置”里选 { $title }，在这里要花好几个小时；想现在就试试 Cuddle，请用示例照片。
photo-beyond-pocket = 口袋模型画不出照片 { NUMBER($number, useGrouping: 0) }：它只认识自己的小小卡通世界，用别的照片上课，最后只会得到彩色碎片。{ $instead }
lesson-too-long-on-cpu = Cuddle 在这里用 CPU 工作，用 { $title } 上这次课需要 { $least }到 { $most }（{ $samples } 个样本，每个 { $tflop } TFLOP）。这需要 { $needed } GB 以上的显卡；请选口袋模型，或者在有这样显卡的电脑上启动 Cuddle。
some-days = { NUMBER($count, useGrouping: 0) } 天
some-hours = { NUMBER($count, useGrouping: 0) } 小时
some-minutes = { NUMBER($count, useGrouping: 0) } 分钟
base-model-pickle = { $file } 是 pickle 文件（{ $suffix }），绝不会打开，因为它可以运行程序。请用这个模型的 .safetensors 版本，或者换一个模型。
base-model-no-safetensors = { $file } 不是 .safetensors 文件。可以用以 .safetensors 结尾的完整 Stable Diffusion XL 或 1.5 模型，也可以用 diffusers 文件夹。
base-model-unknown = 没有基础模型“{ $name }”。可以用：auto、{ $known }、这台电脑上 Stable Diffusion XL 或 1.5 模型的文件夹或 .safetensors 文件，或者写成 owner/name 的 Hub 仓库。
base-model-file-gone = { $file } 不在（或已经不在）了。请放回去，或者另选一个基础模型。
base-model-not-at = 基础模型 { $title } 不在 { $place }。请放回去，或者另选一个。
base-model-not-in-folder = 基础模型 { $title } 不在 { $folder }。请放回那里，或者另选一个。
base-model-not-opened = 无法打开 { $place } 的 { $title }（{ $error }）。需要完整的 { $family } 模型：请重新复制或下载。
base-model-without-part = { $folder } 里的 { $title } 没有文件夹“{ $part }”。需要完整的 diffusers 文件夹：请重新复制或下载。
base-model-of-another-family = { $title } 是 { $family } 模型，之前被当成了 { $taken_for } 模型。现在 Cuddle 知道了：请再选一次，然后重新开始。
base-model-predicts-other = { $title } 预测的是“{ $predicted }”；Cuddle 使用预测噪声或速度的模型，例如 SDXL base。请选这样的模型。
base-model-not-portable = 基础模型 { $name } 是这台电脑上的文件或文件夹，而工作在另一台机器上进行，在那里它没有意义。请选 pocket、sdxl、sd15 或写成 owner/name 的 Hub 仓库，或者不带 --engine 启动 Cuddle，就在这里工作。
family-unknown = { $title } 属于“{ $family }”系列；可以用：{ $fine }。
subject-of-another-family = { $name } 是用 { $family } 教的，和 { $title } 不匹配。请选用同一个基础模型教的角色，并选那个基础模型或 auto。
subject-base-model-gone = { $name } 是用 { $base_model } 教的，它已经不能用了：{ $why }其他任何 { $family } 模型也可以：请为这张图片选一个。
device-unknown = 没有设备“{ $device }”；可以用：auto、{ $fine }。
device-not-usable = 这台电脑上不能用设备“{ $device }”；这里可以用：auto、{ $fine }。
sampler-not-for-flow = { $sampler } 不能用于这个基础模型。请从这些里选：{ $fine }。
picture-overflowed = 做出的图片是空的（数值溢出）。请选小一些的引导系数或相似强度，再试一次。
base-model-refused = { $name } 是{ $what }。可以用 fp16、bf16 或 fp32 的完整 Stable Diffusion XL 或 1.5 模型；请另选一个。
kind-unknown = Cuddle 不认识的文件，不是它知道的模型（第一个部分是“{ $part }”）
kind-without-text-encoder = 缺少文本编码器的 { $title } 模型，不完整
kind-without-autoencoder = 缺少自编码器的 { $title } 模型，不完整
kind-of-pipeline = { $pipeline } 类型的模型
kind-with-channels = 以图片为输入的模型（{ $channels } 个通道，而不是 4 个）
kind-of-width = 另一种宽度的 Stable Diffusion（{ $width }）
kind-inpainting = 用来填补图片空缺的 inpainting 模型（9 个输入通道，而不是 4 个）
kind-sd2 = Stable Diffusion 2 模型
kind-refiner = SDXL refiner，它只能完善基础模型的图片
kind-lora = LoRA，不是基础模型。可以在“首页”把它导入为角色
kind-controlnet = ControlNet，不是基础模型
kind-video = 视频模型
kind-flux = Flux 模型
kind-sd3 = Stable Diffusion 3 模型
kind-other-channels = 以图片为输入的模型（第一层不是 4 个通道）
kind-quantised = 每个数少于 16 位的模型（fp8 或量化），课程不能以此为基础
kind-cut-down-sdxl = Stable Diffusion XL 的缩小版（例如 SSD-1B），不支持读取它的单文件形式
kind-text-encoder = 单独的文本编码器
kind-autoencoder = 单独的自编码器（VAE）
kind-unet = 从 diffusers 文件夹里取出的单独的 UNet；请给出整个文件夹
kind-embedding = 嵌入（textual inversion），不是基础模型
folder-no-diffusers = { $folder } 不是 diffusers 文件夹：里面没有可读取的 { $file }。请重新复制或下载整个文件夹。
folder-without-configuration = { $folder } 里没有可读取的 { $file }。请重新复制或下载整个文件夹。
configuration-damaged = { $file } 已损坏。请重新复制或下载。
file-is-other = { $name } 是{ $what }。
file-cut-off = { $name } 不完整：{ $whole } 里只有 { $there }。请重新下载。
file-damaged = { $name } 不是 .safetensors 文件，或者已损坏。请重新下载，或者另选一个。
amount-bytes = { $number } 字节
amount-kilobytes = { $number } kB
amount-megabytes = { $number } MB
amount-gigabytes = { $number } GB
file-text = 文本文件（开头是“{ $text }”），不是 .safetensors 文件；请另选一个
file-no-safetensors = 别的文件，不是 .safetensors 文件，或者已损坏；请重新下载，或者另选一个
file-git-lfs = Git LFS 的指针，不是文件本身；请运行 'git lfs pull'，或者下载文件
file-web-page = 网页；请下载文件本身，而不是介绍它的网页
file-gguf = GGUF 文件，Cuddle 不读取
file-pickle-or-zip = pickle 或 zip 文件（.ckpt、.pt），绝不会打开，因为它可以运行程序
file-pickle = pickle 文件（.ckpt、.pt），绝不会打开，因为它可以运行程序
lora-fine = 可以用为同一个基础模型制作的 .safetensors 格式的 LoRA
lora-of-other-kind = { $name } 是{ $what }，Cuddle 不导入。{ lora-fine }。
other-oft = OFT 文件
other-ia3 = IA3 文件（LyCORIS）
other-differences = 完整差值文件（LyCORIS）
other-glora = GLoRA（LyCORIS）
other-norms = 改变归一化层的 LyCORIS 文件
other-embedding = 嵌入（embedding）
other-controlnet = ControlNet
other-whole-model = 完整的模型
other-flux = 用于 Flux 或同类模型的 LoRA
other-sd3-or-flux = 用于 Stable Diffusion 3 或 Flux 的 LoRA
lora-of-other-numbers = { $name } 的部分“{ $part }”存成了 { $type }，这不是 LoRA 用的数值。可以用 fp32、fp16、bf16 和 fp8（e4m3 或 e5m2）；请重新存成其中一种。
lora-part-empty = { $name } 已损坏：它的部分“{ $part }”里没有数值。请重新下载。{ lora-fine }。
lora-too-large = { $name } 有 { $size } GB；LoRA 文件最大 { $most } GB。
lora-of-other-family = { $name } 是用于 { $family } 的 LoRA，和 { $title } 不匹配。请选制作它时用的基础模型，或者换一个文件。
lora-none-in-file = { $name } 里没有 LoRA（第一个部分是“{ $part }”）。{ lora-fine }。
lora-part-not-there = { $name } 和 { $title } 不匹配：模型里没有它的部分“{ $part }”。{ lora-fine }。
lora-layer-twice = { $name } 用两个名称改变了“{ $layer }”两次，所以已损坏。{ lora-fine }。
lora-of-text-alone = { $name } 只改变文本编码器，而这里不用它。{ lora-fine }。
lora-layer-incomplete = { $name } 不完整：“{ $layer }”只有 { $parts }。{ lora-fine }。
lora-layer-of-other-size = { $name } 和 { $title } 不匹配：它对“{ $layer }”的改变是 { $sizes }，而基础模型的这一层是 { NUMBER($inputs, useGrouping: 0) } 到 { NUMBER($outputs, useGrouping: 0) }。{ lora-fine }。
lora-not-finite = { $name } 已损坏：“{ $layer }”里有不是有限数的值。{ lora-fine }。
lora-change-too-large = { $name } 已损坏：它对“{ $layer }”的改变太大（数值达到半精度的上限 65504，或者一个权重的改变超过 { $most }），用它做不出图片。请重新下载，或者另选一个。
lora-file-broken = { $name } 不是 .safetensors 文件，或者已损坏。{ lora-fine }；较早的 .pt 和 .ckpt 文件绝不会打开，因为它们可以运行程序。
hub-log-in = 在这台电脑上用 '.venv/bin/hf auth login' 登录
hub-no-token = Cuddle 还没有 Hugging Face 令牌。请在 { $page } 创建一个有写入权限的令牌，然后{ hub-log-in }（或者在启动 Cuddle 之前设置 HF_TOKEN）。
hub-no-token-on-space = 这个 Space 没有 Hugging Face 令牌。请打开它的 Settings，在“Variables and secrets”里添加名为 HF_TOKEN 的 secret，填入来自 { $page } 的有写入权限的令牌，并让这个 Space 保持私有：否则谁打开它，都能以你的名义发布。
hub-shared = Cuddle 通过公开链接向别人开放，那里的每个人都会以你的名义发布。要发布，请不带 --share 启动。
hub-token-no-token = 保存的 Hugging Face 令牌里有令牌不会有的字符。请从 { $page } 重新复制一个，不要带空格或引号，用它替换 Cuddle 里原来的令牌。
hub-token-may-only-read = { $name } 的 Hugging Face 令牌只有读取权限。请在 { $page } 创建一个有写入权限的，用它替换 Cuddle 里的这个令牌。
hub-token-unknown = Hugging Face Hub 不认识这里的令牌（401）；它可能已被删除。请在 { $page } 创建一个新的，用它替换 Cuddle 里原来的令牌，然后再试。
hub-token-without-right = 这里的 Hugging Face 令牌没有权限对 { $what } 这样做（403）。请在 { $page } 创建一个有写入权限的，用它替换 Cuddle 里原来的令牌，然后再试。
your-account = 你的账号
hub-offline = Cuddle 启动时设置了 HF_HUB_OFFLINE，所以不会向 Hugging Face Hub 请求任何内容。请去掉这个变量再启动，然后再试。
hub-answer-not-its-own = 请求 { $what } 时收到的不是 Hugging Face Hub 的回应。也许这个网络需要你登录：请在浏览器里打开 { $address }，然后再试。
hub-not-reached = 请求 { $what } 时连不上 Hugging Face Hub（{ $type }）。请检查网络连接，然后再试；这里什么都没有丢。
hub-gated = { $what } 需要先接受许可证。请在浏览器里打开 { $address }，在那里接受许可证，{ hub-log-in }，然后再试。
hub-asked-too-often = 向 Hugging Face Hub 请求得太频繁了（429）。请过几分钟再试；这里什么都没有丢。
hub-asked-too-often-for =
    { $minutes ->
       *[other] 向 Hugging Face Hub 请求得太频繁了（429）。请过 { NUMBER($minutes, useGrouping: 0) } 分钟再试；这里什么都没有丢。
    }
hub-in-trouble = Hugging Face Hub 自身出了问题（{ NUMBER($status, useGrouping: 0) }）。请过几分钟再试 { $what }；这里什么都没有丢。
hub-not-found = Hugging Face Hub 上没有 { $what }，或者它是私有的。请检查名称；如果是私有的，请以有读取权限的账号{ hub-log-in }，然后再试。
hub-name-taken = 名称 { $what } 在 Hugging Face Hub 上已被别的内容占用（409）。请换一个名称，然后再试。
hub-refused = Hugging Face Hub 拒绝了 { $what }（{ NUMBER($status, useGrouping: 0) }）。请更改后再试。
hub-refused-saying = Hugging Face Hub 拒绝了 { $what }（{ NUMBER($status, useGrouping: 0) }：{ $answer }）。请更改后再试。
hub-no-name = “{ $given }”不是 Hugging Face Hub 上的名称。请写 owner/name，例如 anna/dumpling-lora，或者写页面地址。
hub-name-not-possible = “{ $name }”不能作为 Hub 上的名称；可以用字母 a-z、数字、'-'、'_' 和 '.'，最多 96 个，例如 dumpling-lora。
hub-owner-not-own = 这里的令牌属于 { $name }，不能以 { $owner } 的身份发布；可以用：{ $fine }。
hub-address-elsewhere = “{ $address }”是别处的地址。LoRA 要来自 Hugging Face Hub：请写 owner/name，或者写它在那里的页面地址。
hub-whole-model = { $repository } 是完整的模型，不是 LoRA。它可以作为基础模型：请在那里选它，或者在这里给出另一个仓库。
hub-several-files = { $repository } 里有 { NUMBER($count, useGrouping: 0) } 个文件：{ $files }。请说明是哪一个，例如 { $repository }/{ $first }。
hub-file-not-there = { $repository } 里没有文件 { $file }；有的是：{ $there }。
hub-nothing-there = 没有 .safetensors 文件
hub-file-no-safetensors = { $file } 不是 .safetensors 文件；只能导入这种文件。
hub-file-pickle = { $file } 是 pickle，绝不会打开，因为它可以运行程序。只能导入 .safetensors 文件：请给出另一个文件或仓库。
hub-repository-pickle = { $repository } 里是 pickle，绝不会打开，因为它可以运行程序。只能导入 .safetensors 文件：请给出另一个文件或仓库。
hub-repository-without-lora = { $repository } 里没有 .safetensors 文件，所以没有可导入的 LoRA。请换一个。
hub-file-damaged = 收到的 { $file } 已损坏，已经删掉。请再试一次；如果再次出现，请检查网络连接和磁盘。
hub-file-without-room = { $file } 需要 { $needed } GB 磁盘空间，而可用的有 { $free } GB。请腾出一些空间，然后再试。
hub-part-damaged = 收到的 { $title } 的 { $file } 已损坏，已经删掉。请再试一次；如果再次出现，请检查网络连接和磁盘。
hub-cache-without-room = { $title } 在 { $folder } 所在的磁盘上需要 { $needed } GB，而可用的有 { $free } GB。请腾出一些空间，或者把 HF_HOME 设为更大磁盘上的文件夹，然后再试。
hub-helper-gone = Hub 上的 { $repository } 里已经没有 { $file } 了。请选不需要辅助 LoRA 的采样器，例如 DPM++ 2M AYS。
hub-no-diffusers-model = Hub 上的 { $repository } 里没有 model_index.json，所以不是 diffusers 模型。请选 diffusers 形式的仓库，或者下载它的 .safetensors 文件并给出那个文件。
hub-no-safetensors = Hub 上的 { $repository } 里，“{ $folder }”没有 .safetensors 权重。pickle 绝不会打开，因为它们可以运行程序；请选有 .safetensors 文件的仓库。
base-model-gated = { $repository } 需要先接受许可证。请在浏览器里打开 https://huggingface.co/{ $repository } ，在那里接受许可证，{ hub-log-in }，然后再试。
base-model-not-on-hub = Hugging Face Hub 上没有模型“{ $repository }”，或者它是私有的。请检查名称；如果是私有的，请{ hub-log-in }，然后再试。
base-model-not-let-go =
    Hugging Face Hub 没有给出 { $title }（{ NUMBER($status, useGrouping: 0) }）。{ $kept ->
        [some] { $total } GB 中的 { $done } GB 已在这里并会保留；下次会从那里继续。
       *[none] { "" }
    }请在这台电脑上用 '.venv/bin/hf auth login' 以有读取权限的账号登录，然后再试。
base-model-answered =
    请求 { $title } 时，Hugging Face Hub 的回应是 { NUMBER($status, useGrouping: 0) }。{ $kept ->
        [some] { $total } GB 中的 { $done } GB 已在这里并会保留；下次会从那里继续。
       *[none] { "" }
    }请过几分钟再试。
base-model-not-downloaded =
    需要先下载 { $title }，但连不上 Hugging Face Hub（{ $type }）。{ $kept ->
        [some] { $total } GB 中的 { $done } GB 已在这里并会保留；下次会从那里继续。
       *[none] { "" }
    }请检查网络连接，然后再试；口袋模型不需要下载。
repository-taken = Hub 上的 { $place } 里存放着{ $what }。请换一个名称，或者说明可以替换；那里的内容没有改动。
holding-something-else = 不是 Cuddle 发布的内容（{ $file }）
holding-another-subject = 另一个角色 { $name }
holding-a-subject = 以前发布的角色
publish-file-missing = { $name } 没有 { $format } 文件；要发布，请重新教一次。
publish-files-missing = 要发布 { $name }，两个 LoRA 文件都需要。
publish-under-way = { $place } 已经在发布；请等它完成，或者先取消。
publish-picture-not-offered = 图片“{ $id }”不能和 { $name } 一起发布。可以用只有 { $name } 、并且从文字开始做的图片，也可以用课程里画的图。
publish-too-many-pictures = 你选了 { NUMBER($count, useGrouping: 0) } 张图片；Hub 上最多展示 { NUMBER($most, useGrouping: 0) } 张。
publish-file-not-made = 文件“{ $file }”不是 Cuddle 做的；只有 Cuddle 做的才能发布。
publish-picture-gone = 图片 { $file } 已经不在了；请选别的来发布。
publish-picture-not-read = 无法读取图片 { $file }；请选别的来发布。
publish-lora-gone = { $name } 的 LoRA 文件 { $file } 已经不在了；请重新发布 { $name }。
publish-name-no-model = 名称 { $repository } 在 Hub 上已被不是模型的内容占用。请换一个名称，然后再试。
publish-not-whole = { $file } 没有完整地到达 { $repository }。请再试一次；已经在那里的不会再发送。
the-worker = 工作进程
worker-of-several = 工作进程 { NUMBER($number, useGrouping: 0) }（共 { NUMBER($count, useGrouping: 0) } 个）
worker-not-looked-after = 无法照管{ $worker }：{ $error }
worker-ended = { $worker }已结束。
worker-ended-with-code = { $worker }已结束，代码是 { NUMBER($code, useGrouping: 0) }（数据文件夹里的 worker.log 有更多说明）。
worker-silent = { $worker }不再有回应。
worker-starts-again = { $why }会在 { NUMBER($seconds, useGrouping: 0) } 秒后重新启动；任务会自动继续。
worker-not-registered = 工作进程“{ $id }”没有注册；请先注册。
worker-given-up = 页面已经放弃这个工作进程；它正在做的事会在别处继续。
worker-given-up-for-now = 页面已经放弃这个工作进程，因为有一段时间没有它的消息，或者页面现在用了另一个数据文件夹。手头没有任务时，它会自动回来。
worker-not-understood = 无法读懂工作进程 { $worker } 发来的内容（{ $type }：{ $error }）。两台机器需要相同版本的 Cuddle。
workers-too-many = --workers 是 { NUMBER($workers, useGrouping: 0) }，但每个工作进程都需要自己的显卡，而这里有 { NUMBER($cards, useGrouping: 0) } 块。请选 1 到 { NUMBER($cards, useGrouping: 0) }，或者不写 --workers。
shared-folder-without-worker = 共享文件夹 { $folder } 那里没有工作进程。请在要工作的机器上，用这个文件夹运行 python -m worker --shared-folder。
shared-folder-no-digest = 共享文件夹里的“{ $name }”不是 SHA-256；还有别的程序在往那里写。
page-says-unknown = 页面发来“{ $what }”，这个版本的 Cuddle 不认识。
job-taken-from-worker = 任务 { $id } 已从这个工作进程收回；请停止处理它。
data-folder-path-too-long = 数据文件夹的路径太长：加上 { $name } 有 { NUMBER($bytes, useGrouping: 0) } 字节，而 SQLite 最多能打开 { NUMBER($most, useGrouping: 0) } 字节的路径。请用 --data-folder 选一个短一些的。
data-folder-not-removed = 数据文件夹本身绝不会删除；请删除里面的文件或文件夹。
file-outside-folder = “{ $file }”在数据文件夹 { $folder } 之外；只使用里面的文件。
file-name-not-plain = “{ $name }”不能作为文件名；请用字母 a-z、数字、'_'、'.' 和 '-'。
a-file = 文件
database-migrating-elsewhere = 另一个 Cuddle 更新 { $path } 已超过 { NUMBER($seconds, useGrouping: 0) } 秒。请关掉另一个，然后重新启动。
database-of-another-program = { $path } 是数据库，但不是 Cuddle 的。请用 --data-folder 另选一个数据文件夹，或者把那个文件移走。
database-newer = { $path } 是较新的 Cuddle 写的（版本是“{ $version }”）。请启动那个较新的 Cuddle，或者用 --data-folder 另选一个数据文件夹；什么都没有改动。
database-not-writable = 无法写入 { $path }。请给自己这个文件及其文件夹的写入权限，或者用 --data-folder 另选一个数据文件夹。
database-not-opened = 无法打开 { $path }。请给自己这个文件及其文件夹的读写权限，或者用 --data-folder 另选一个数据文件夹。
database-no-database = { $path } 不是数据库，或者已损坏。请把它移走再启动，或者用 --data-folder 另选一个数据文件夹。
database-damaged = { $path } 已损坏。请换回以前的副本，或者把它移走再启动；照片、LoRA 文件和图片就在旁边，不受影响。
database-in-use = { $path } 被另一个程序占用了 { NUMBER($seconds, useGrouping: 0) } 秒。请关掉打开它的程序，然后再试。
database-disk-error = { $path } 所在的磁盘报告了错误。请检查它是否已连接、是否有可用空间，然后重新启动。
picture-not-found = 没有图片“{ $id }”（或已经没有了）；“相册”里显示现有的图片。
subject-not-found = 没有名为“{ $name }”的角色（或已经没有了）；请选一个已教过的。
subject-name-taken = 已经有名为“{ $name }”的角色；请换一个名字，或者删除那个角色。
trigger-word-taken = 触发词“{ $word }”已经属于 { $name }；请换一个。
lesson-without-photos = 这次课没有照片；请至少给 3 张。
photo-learned-and-aside = 照片 { $photo } 既用来学习又留作对比；请选一种。
caption-without-photo = 有一条给 { $name } 的描述，但这次课里没有这张照片。
place-not-a-box = { $name } 的位置是 { $box }；请给出 0 到 1 之间的 left, top, right, bottom，left 小于 right，top 小于 bottom。
subjects-too-many = 你选了 { NUMBER($count, useGrouping: 0) } 个角色；一张图片里最多 { NUMBER($most, useGrouping: 0) } 个。
subjects-not-possible = 这张图片里有 { NUMBER($count, useGrouping: 0) } 个角色；可以有 1 到 { NUMBER($most, useGrouping: 0) } 个。
larger-version-too-large = 放大版会有 { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 像素；每边最多 { NUMBER($most, useGrouping: 0) }。请选小一些的尺寸或倍数。
grid-of-several-seeds = 一个网格只显示一个种子，而要求的图片有 { NUMBER($count, useGrouping: 0) } 张；请改为 1 张。
trigger-word-not-plain = 触发词是“{ $word }”；请用 1 到 40 个 a-z 和 0-9 的字符。
stored-values-unknown = 保存的 { $type } 里应有 { $names }；这一个里是 { $found }。
resolution-not-multiple = 分辨率是 { NUMBER($resolution, useGrouping: 0) }；请选 8 的倍数，例如 256 或 1024。
recipe-values-unknown = 配方里应有 { $names }；这一个里是 { $found }。
option-unknown = 没有选项“{ $option }”；选项有：{ $options }。
steps-contradict-samples =
    { $counted ->
        [checkpoint_every_samples] 检查点之间的步数是 { NUMBER($steps, useGrouping: 0) }，检查点之间的样本数是 { NUMBER($samples, useGrouping: 0) }
        [sample_every_samples] 样图之间的步数是 { NUMBER($steps, useGrouping: 0) }，样图之间的样本数是 { NUMBER($samples, useGrouping: 0) }
       *[samples] 步数是 { NUMBER($steps, useGrouping: 0) }，样本数是 { NUMBER($samples, useGrouping: 0) }
    }，但批次大小为 { NUMBER($batch_size, useGrouping: 0) } 时，{ NUMBER($steps, useGrouping: 0) } 步会看 { NUMBER($seen, useGrouping: 0) } 个样本。两个里请只给一个。

## ---- Jobs: what they say while they run, and how they fail

job-state-queued = 排队中
job-state-running = 进行中
job-state-paused = 已暂停
job-state-done = 已完成
job-state-failed = 已失败
job-state-cancelled = 已取消
job-state-interrupted = 已中断
job-cannot-become = 这个任务的状态是“{ $state }”，不能变成“{ $other }”。请重新加载页面，看看它的进展。
job-not-found = 没有任务“{ $id }”；队列里列出了现有的任务。
job-not-running = 任务 { $id } 的状态是“{ $state }”；只有进行中的任务才有进展。请停止处理它。
job-not-paused = 这个任务的状态是“{ $state }”；只有已暂停的任务才能继续。
job-not-waiting = 这个任务的状态是“{ $state }”；只有在队列里等待的任务才能移动。
job-not-failed = 这个任务的状态是“{ $state }”；只有失败或取消的任务才能重试。
job-position-too-small = 位置是 { NUMBER($position, useGrouping: 0) }；队列的第一位是 1。
job-no-lesson-to-finish = 只有课程才能提前结束；请改为取消这个任务。
job-about-to-be-cancelled = 这个任务已经在取消了。
job-over =
    这个任务的状态已经是“{ $state }”；只有等待或进行中的任务才能{ $command ->
        [pause] 暂停
        [finish] 提前结束
       *[cancel] 取消
    }。
lesson-without-step = 这次课还没有走出一步，所以没有可保留的内容。请等几步，或者取消。
lesson-subject-deleted = 这次课的角色已删除，照片也一起删除了。请重新教一次。
lesson-photos-gone = 这次课的照片不在了。请用照片重新教这个角色。
downloading = 正在下载 { $what }：{ $done } / { $total } { $unit }
uploading = 正在上传到 { $what }：{ $done } / { $total } { $unit }
getting-ready = 正在准备。
loading-base-model = 正在加载基础模型。
lesson-looking = 正在看照片。
lesson-picture-in-between = 正在中途做一张图片。
lesson-class-pictures = 正在做同类（{ $kind }）的图片：{ NUMBER($made, useGrouping: 0) } / { NUMBER($count, useGrouping: 0) }。
lesson-too-slow = 每一步慢了十倍，显存满了就会这样：请关掉使用显卡的其他程序。
plan-fast =
    { $rows ->
       *[other] 一次 { NUMBER($rows, useGrouping: 0) } 张照片
    }：显卡可用的 { NUMBER($free, useGrouping: 0) } GB 中需要 { NUMBER($needed, useGrouping: 0) } GB。
plan-partly-twice =
    { $rows ->
       *[other] 一次 { NUMBER($rows, useGrouping: 0) } 张照片
    }，每一步有一部分计算两遍：显卡可用的 { NUMBER($free, useGrouping: 0) } GB 中需要 { NUMBER($needed, useGrouping: 0) } GB。
plan-twice =
    { $rows ->
       *[other] 一次 { NUMBER($rows, useGrouping: 0) } 张照片
    }，每一步都计算两遍：显卡可用的 { NUMBER($free, useGrouping: 0) } GB 中需要 { NUMBER($needed, useGrouping: 0) } GB。
comparing-with-photos = 正在和照片比较。
all-found = 找到了 { $names }。
all-found-in-pictures =
    { $pictures ->
        [1] 在图片里找到了 { $names }。
       *[other] 在全部 { NUMBER($pictures, useGrouping: 0) } 张图片里都找到了 { $names }。
    }
found-in-one = { $parts }。
some-found =
    { $count ->
       *[other] 找到了 { $names }
    }
not-clearly-seen =
    { $count ->
       *[other] 看不清 { $names }，换个种子试试
    }
try-another-seed = { $seen }。换个种子试试。
not-clearly-seen-in =
    { $place ->
        [first] 图片
       *[later] 图片
    } { NUMBER($picture, useGrouping: 0) } 里{ $count ->
       *[other] 看不清
    } { $names }
little-like =
    { $count ->
       *[other] { $names } 不太像自己的照片，换个种子试试。
    }
little-like-in =
    { $count ->
       *[other] 不太像自己的照片：{ $each }。
    }
name-in-pictures = 图片 { $pictures } 里的 { $name }
summed-because = 用简单相加做的：“各是各的样子”还不能和{ $what }一起用。
obstacle-base-model = 基础模型 { $title }
obstacle-subjects = 超过 { NUMBER($most, useGrouping: 0) } 个角色
obstacle-start = 起始图片
obstacle-sampler = 采样器 { $sampler }
obstacle-text-layers = { $name } 的 LoRA（它还会改变文字的理解方式）
obstacle-weight = { $name } 上不含种类的权重
larger-adds-everywhere = 放大版的第二遍会把角色加到各处。
import-embeddings-left-out = 文件里还有 { NUMBER($count, useGrouping: 0) } 个嵌入（embedding，{ $first } …），没有采用；没有它们，LoRA 也是完整的。
import-own-words = 这个文件是用“{ $words }”这些词教的；请把它们也写进提示词。
job-cancelled = 已取消。
job-failed = 没有成功，也不知道原因。请再试一次。
message-of-another-version = 这里的情况由另一个版本的 Cuddle 记下（{ $key }），这个版本没有对应的说法。
job-stopped-unexpectedly = 任务意外停止了（{ $type }：{ $error }）。它的照片和设置都已保留：请重试；如果再次停止，“{ activity }”里的“{ job-log }”会显示停在哪里。
job-stopped-in-vain = 工作进程在这个任务上停了 { NUMBER($times, useGrouping: 0) } 次，没有进展。它的照片和设置都已保留：请重试，如果是内存不足，请用小一些的尺寸或批次；数据文件夹里的 worker.log 有更多说明。
memory-too-small = 内存不够。请关掉使用显卡或内存的其他程序，或者选小一些的尺寸或批次，然后再试。
lesson-photo-gone = 这次课的照片 { $photo } 不在了。中途删除的照片无法用来学习：请用照片重新教这个角色。
lesson-photo-not-read = 这次课的照片 { $photo } 已经无法读取。请用照片重新教这个角色。
lesson-numbers-ran-away = 课程的数值在第 { NUMBER($step, useGrouping: 0) } 步失控了。它的照片和设置都已保留：请用小一些的学习率重试，例如原来的一半。
lesson-subject-gone = { $name } 在此期间已删除，所以没有可教的角色。请重新教一次。
picture-subject-deleted = { $name } 在此期间已删除，所以无法做这张图片。请去掉这个角色，或者重新教一次。
picture-subject-not-ready = { $name } 还没学好；请等课程结束，或者不选这个角色。
start-picture-gone = 起始图片已经不在了。请再选一次，或者不用起始图片。

## Home, the drawer of what goes on, and the lesson's story

activity = 任务
close-activity = 关闭
pill-left = { $name }，{ $time }
pill-and-more = { $first }，另有 { NUMBER($count, useGrouping: 0) } 项
pill-waiting = { NUMBER($count, useGrouping: 0) } 项等待中
pill-failed =
    { $count ->
       *[other] { NUMBER($count, useGrouping: 0) } 项没有成功
    }
pill-pictures =
    { $count ->
       *[other] { NUMBER($count, useGrouping: 0) } 张图片
    }
tell-me = 完成时通知我
tell-me-on = 有任务完成时会通知你，这个页面在后台时也一样。
welcome = 用几张照片教 Cuddle 认识你所爱的，再一起画进同一张图片。
welcome-alt = 一只橘色虎斑猫和一位红发女子一起在海滩上。
welcome-start = 用我的照片开始
welcome-try = 试试 { $first } 和 { $second }
welcome-help = 照片只留在运行 Cuddle 的电脑上。
home-make = 做一张图片
home-make-one = { $name } 可以画进图片了。
home-make-two = 下面学好了的角色，可以一起画进同一张图片。
newest-pictures = 最新图片
all-pictures = 全部图片
make-first = 做第一张图片
first-ideas = 几个点子
details = 详情
story-photo = 照片里的 { $name }
story-drawing = Cuddle 目前画出的 { $name }
story-left = 大约 { $time }后学好。
story-left-little = 不到一分钟就能学好。
teach-close = 回到首页
samples-not-there = 这份 Cuddle 里没有示例角色；请用你自己的照片开始。

## The form of Make

make-nobody-yet = 你还没有教过谁。现在就可以做任何内容的图片；教一个角色，就能让它出现在图片里。
teach-another = 教一个角色
make-prompt-help = 用一句话，写上角色的名字。（prompt）
make-button = 做图片
expert = 专家设置
field-style = 风格
field-press = 按下按钮的标记
style-added = 风格添加了：{ $words }
press-known = 你刚刚提交过完全一样的内容，所以没有重复排队。想再多做一些，就再按一次。
quality-label = 要多精细？
quality-draft = 草图
quality-draft-help = 快速看一眼
quality-good = 良好
quality-good-help = 适合大多数图片
quality-best = 最佳
quality-best-help = 细节更精细，时间更长
quality-own = 都不是：采样器、步数或引导系数在“专家设置”里改过。
quality-seconds = 大约 { $seconds } 秒
quality-minutes = 大约 { $minutes } 分钟
shape-label = 哪种画幅？
shape-square = 方形
shape-tall = 纵向
shape-wide = 横向
shape-own = 在“专家设置”里设了别的尺寸：{ $size }。
style-label = 什么风格？
style-none = 不加风格
style-none-help = 不添加任何词
style-photo = 照片
style-film = 胶片
style-watercolour = 水彩
style-storybook = 绘本
style-pencil = 铅笔
style-clay = 黏土
style-oil = 油画
style-other = 其他词语
style-own = 保存自己的风格
style-name = 名称
style-name-example = 奶奶的相册
style-words = 它添加的词
style-words-example = faded colour photograph, white border, 1970s
style-save = 保存
style-empty = 风格需要名称和词语。
style-full = 自己的风格最多 40 个；请先删除一个。
style-forget = 删除风格“{ $name }”
examples-title = 句子灵感
examples-surprise = 给我惊喜
examples-back = 换回我自己的话
examples-filled = 已填入：{ $sentence }
example-nobody = 一只猫
example-in-style = { $sentence }，{ $style } 风格
example-windowsill = { $who } 在洒满阳光的窗台上熟睡
example-cardboard-box = { $who } 从纸箱里探出头来
example-bookshop = { $who } 在老书店的书架之间
example-butterfly = { $who } 在花园里看蝴蝶
example-low-tide = { $who } 在退潮的海滩上奔跑
example-leaves = { $who } 在秋叶中跳跃
example-stream = { $who } 在山间小溪里嬉水
example-car-window = { $who } 从车窗探出身子，毛发随风飘动
example-wildflowers = { $who } 在开满野花的草地上
example-blanket = { $who } 裹着羊毛毯
example-cafe = { $who } 在小咖啡馆里欢笑，窗外下着雨
example-summit = { $who } 在日出时的山顶上
example-flower-market = { $who } 在春天的花市
example-bicycle = { $who } 骑自行车穿过古城
example-baking = { $who } 在明亮的厨房里烤面包
example-umbrella = { $who } 在雨中的街道上撑着红伞
example-tea-party = { $who } 在野餐垫上开茶会
example-astronaut = { $who } 在月球上，地球悬在空中
example-wooden-table = { $who } 在窗边的木桌上
example-shop-window = { $who } 在黄昏的橱窗里
example-sand = { $who } 半埋在安静海滩的沙子里
example-moss = { $who } 在密林深处的青苔上
example-red-sofa = { $who } 并排坐在红沙发上
example-picnic = { $who } 在公园里野餐
example-rowing-boat = { $who } 在平静湖面的小划艇上
example-cherry-tree = { $who } 一起在盛开的樱花树下
example-sunset = { $who } 在日落时的海滩上
example-snowfall = { $who } 在轻轻飘落的雪中
example-balloon = { $who } 在云层之上的热气球里
example-autumn-forest = { $who } 在金色的秋林里
example-train = { $who } 在夜行列车的窗边
example-campfire = { $who } 在星空下的篝火旁
example-library = { $who } 在宏伟的古老图书馆里
example-lantern-street = { $who } 在挂满纸灯笼的街上
example-lavender = { $who } 在薰衣草花田里
example-harbour = { $who } 在小渔港
example-drawn-lying-room = { $who } 躺在客厅里
example-drawn-sitting-kitchen = { $who } 坐在厨房里
example-drawn-waving-beach = { $who } 在海滩上挥手
example-drawn-hat-snow = { $who } 戴着红帽子在雪地里
example-drawn-beach = { $who } 在海滩上
example-drawn-snow = { $who } 在雪地里
example-drawn-forest = { $who } 在森林里
example-drawn-city = { $who } 在城市街道上
example-drawn-room = { $who } 在客厅里
example-drawn-meadow = { $who } 在草地上
example-drawn-desert = { $who } 在沙漠里
example-drawn-night = { $who } 在夜里
example-drawn-kitchen = { $who } 在厨房里
example-drawn-lake = { $who } 在湖边

## Languages

language-label = 语言

## A part of a picture drawn again

part-not-one = 请指明要重画图片的哪一部分：用遮罩或者用方框，只用其中一种。
part-missing = 请指明要重画图片的哪一部分：用遮罩、用方框，或者用一个在图片里位置已知的角色。
part-not-a-box = 图片的一部分要写成左、上、右、下，各为 0 到 1，而不是 { $box }。
part-and-start = 要么从另一张图片开始，要么重画一张图片的一部分。请选其中一种。
part-of-absent = “{ $name }”不在这张图片里，所以无法在里面重画。请先把这个角色选进图片。
mask-empty = 这个遮罩里什么都没有标出。请涂抹要重画的部分。
given-inpaint = 要重画的部分
field-inpaint-strength = 这一部分的改变程度
field-place-x = 与左边的距离
field-place-y = 与上边的距离
comfy-whole-picture = 在那里，整张图片都会改变；在这里，只重画了一部分，其余保持不变。
found-part = 这是一张重画过一部分的图片。采用了它的文字和数字，没有采用那一部分。
fact-part = 重画
fact-part-of = 另一张图片的一部分，可改变 { $strength }
fact-part-who = 另一张图片里的 { $names }，其中一部分可改变 { $strength }
part-picture-gone = 要重画一部分的那张图片已经不在了。请重新选择。

## Photos: what is seen in them, and mended on the page

photo-badge-sideways = 横倒
photo-badge-faces = 多张脸
photo-is-sideways = 照片 { $photo } 好像是横倒的；转正后能教得更多。
photos-are-sideways = 照片 { $photos } 好像是横倒的；转正后能教得更多。
photo-is-faces = 照片 { $photo } 里不止一张脸；请裁剪到只剩要教的那一个，或者不用它。
photos-are-faces = 照片 { $photos } 里不止一张脸；请裁剪到只剩要教的那一个，或者不用它们。
photos-few = { NUMBER($count, useGrouping: 0) } 张照片就可以开始；{ NUMBER($good, useGrouping: 0) } 张以上、角度不同的照片能教得更多。
photos-one-background = 所有照片的背景几乎一样，背景可能会被当成角色的一部分来学；请添加一些在别处拍的。
photos-no-close-up = 没有照片近距离拍到脸；请添加一张特写，或者把一张照片裁剪到脸部。
field-quarter-turns = 旋转四分之一圈的次数
field-is-removed = 是否不用这张照片
field-crop = 裁剪的一条边
photo-edit-unreadable = 照片的一项修改是 { $value }；请给出 quarter_turns、crop 和 is_removed，例如 { "{" }'quarter_turns': 1{ "}" }。
photo-edits-unreadable = 这些修改是 { $value }；请按文件名给出，例如 { "{" }'cat1.jpg': { "{" }'quarter_turns': 1{ "}" }{ "}" }。
photo-edit-of-no-photo = 有一项针对 { $photo } 的修改，但没有这张照片；请按照片的名称给出修改。
photo-crop-unreadable = 一处裁剪是 { $value }；请给出 left、top、right 和 bottom 四条边，各为 0 到 1。
photo-crop-too-narrow = 裁剪后照片剩得太少；每边至少保留 { $least } %。
photo-cropped-too-small = { $photo } 裁剪后剩 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } 像素；每边至少要有 { NUMBER($least, useGrouping: 0) }。请少裁一些。
photo-left-out = { $name } 不用于课程
photo-turn = 旋转
photo-crop = 裁剪
photo-remove = 移除
photo-undo = 撤销
photo-turn-upright = 转正
photo-turn-spoken = 把照片 { $number } 向右旋转四分之一圈（{ $name }）
photo-crop-spoken = 裁剪照片 { $number }（{ $name }）
photo-remove-spoken = 移除照片 { $number }（{ $name }）
photo-undo-spoken = 撤销对 { $name } 的上一次修改
photo-turn-upright-spoken = 把照片 { $number } 转正（{ $name }）
photo-turned = { $name } 已旋转。
photo-cropped = { $name } 已裁剪。
photo-removed = { $name } 已移除。
photo-undone = 已撤销对 { $name } 的上一次修改。
crop-title = 裁剪照片 { $number }
crop-help = 拖出一个框，框住要保留的部分，或者在下面移动各条边。照片本身不变，所以可以撤销。
crop-frame = 要保留的部分。方向键移动位置，按住 Shift 则改变大小。
crop-keep = 保留这部分
crop-cancel = 取消
crop-left = 左边
crop-top = 上边
crop-right = 右边
crop-bottom = 下边

## Album and opened pictures

album-day = 日期
album-any-day = 任何日期
album-people = 图片里有谁
album-which = 哪些图片
album-starred = ★ 有星标
album-with-star = 有星标
album-star = 星标
album-bin = 回收站
album-select = 选择多张
album-bin-help = 图片在回收站里保留 { NUMBER($days, useGrouping: 0) } 天，之后永久删除。
album-empty-bin = 清空回收站
album-empty-bin-sure = 永久删除回收站里的所有内容？
album-bin-emptied = 回收站已清空。
album-bin-is-empty = 回收站是空的。
album-choose-one = 选择：{ $title }
album-chosen = 已选 { $count } 张
album-chosen-label = 对所选图片的操作
album-shown = 图片：{ $count }
album-choose-all = 选择显示的全部
album-download = 下载 zip
album-compare = 对比
album-restore = 恢复
album-for-good = 永久删除
album-for-good-sure = 永久删除所选图片（{ $count } 张）？
album-done = 完成
album-undo = 撤销
album-packing = 正在把图片打包成 zip。
album-zoom = 缩放
album-differs = 不同之处
album-all-the-same = 两张图片的设置相同。
album-page-unknown = 相册里没有这个位置。请重新加载页面。
album-in-bin =
    { $count ->
       *[other] { NUMBER($count, useGrouping: 0) } 张图片已放进回收站，保留 { NUMBER($days, useGrouping: 0) } 天。
    }
album-restored =
    { $count ->
       *[other] 已恢复 { NUMBER($count, useGrouping: 0) } 张图片。
    }
album-deleted =
    { $count ->
       *[other] 已删除 { NUMBER($count, useGrouping: 0) } 张图片。
    }
field-how-many-chosen = 所选图片的数量
field-starred = 是否有星标
field-bin = 是否指回收站里的图片
field-for-good = 是否永久删除
lightbox-title = 打开的图片
lightbox-previous = 上一张图片
lightbox-next = 下一张图片
lightbox-place = 第 { $number } / { $count } 张
lightbox-settings = 设置
lightbox-copy = 复制设置
lightbox-copied = 设置已复制。
lightbox-copy-infotext = 复制给其他工具
lightbox-copied-infotext = 设置已按 A1111、Forge 和 Civitai 可读取的格式复制。
results-asked = 你要的是：
results-closest = 最像
server-away = Cuddle 暂时没有回应。请稍后再试。

## 自己的账户、客人和东西
account-title = 你的账户
account-link = 你的账户：{ $name }
account-close = 关闭
account-wait = 请稍等…
account-stay = 保持原样
account-copy = 复制
account-copied = 已复制。
account-you = 你
account-owner = 你以 { $name } 的身份登录。这个 Cuddle 是你的。
account-guest = 你以 { $name } 的身份登录，是 { $owner } 的客人。
account-with-hub = 你用 Hugging Face 账户 { $name } 进入。
account-browsers = 你在 { NUMBER($count, useGrouping: 0) } 个浏览器中登录；最近使用：{ $moments }。
account-log-out = 退出登录
account-log-out-everywhere = 在所有地方退出
account-log-out-everywhere-sure = 在所有浏览器中退出，包括这个？持有你令牌的程序继续运行。
account-password = 更改密码
account-password-help = 你会在所有地方退出，然后用新密码重新登录。
account-password-help-owner = 你会在所有地方退出，然后用新密码重新登录。启动 Cuddle 时给出的密码仍然有效。
account-password-current = 你现在的密码
account-password-new = 新密码，12 个字符或更多
account-password-button = 更改
account-password-changed = 密码已更改。请用新密码登录。
account-log-in-again = 登录
guests-title = 客人
guests-help = 客人在这里教自己的东西、生成自己的图片。他们看不到你的任何东西，你也只看得到他们占了多少。
guests-invite = 邀请某人
guests-link = 给一个人的链接
guests-link-help = 把它发给你要邀请的人。它只能用一次，有效到 { $until }，之后不再显示。
guests-invitations = 还没有人用过的邀请
guests-invitation = 创建于 { $made }，有效到 { $until }
guests-take-back = 收回
guests-take-back-sure = 收回这个邀请？它的链接就不再有效。
guests-nobody = 还没有客人。
guests-since = 自 { $since } 起
guests-limits = { $name } 的限额
guests-limits-button = 保存这些限额
guests-limits-kept = { $name } 的限额已保存。
guests-most-waiting-jobs = 同时等待的任务数
guests-most-minutes-a-day = 每天工作的分钟数
guests-most-disk-gb = 磁盘 GB 数
guests-most-photos = 照片数
guests-remove = 移除
guests-remove-sure = 移除 { $name }？账户立即消失，{ $name } 在这里的一切都会永久删除：照片、角色、课程和图片。
guests-removed = { $name } 不再是客人，其在这里的一切都已删除。
guests-may-use = 客人可以生成 { $name } 的图片
guests-may-use-help = 他们永远看不到照片，也得不到文件和课程。
programs-title = 你的程序
programs-help = 你的程序用令牌代替密码登录。谁有令牌，谁就能在这里做你能做的一切。
programs-none = 没有程序持有令牌。
programs-label = 令牌的用途
programs-make = 创建令牌
programs-secret = 用于 { $label } 的令牌
programs-secret-help = 请现在复制；之后不再显示。在 Python 中，gradio_client 这样发送它：
programs-unused = 创建于 { $made }，尚未使用
programs-used = 创建于 { $made }，最近使用 { $used }
programs-revoke = 撤销
programs-revoke-sure = 撤销用于 { $label } 的令牌？使用它的程序从此被拒绝。
things-title = 你的东西
things-none = 这里还没有东西。
things-how-much = 你在这里有{ $things }。
things-subjects = { NUMBER($count, useGrouping: 0) } 个角色
things-photos = { NUMBER($count, useGrouping: 0) } 张照片
things-pictures = { NUMBER($count, useGrouping: 0) } 张图片
things-usage = 占磁盘 { $size } · 最近 24 小时工作 { NUMBER($minutes, useGrouping: 0) } 分钟 · { $jobs ->
    [0] 没有任务在等待
   *[other] { NUMBER($jobs, useGrouping: 0) } 个任务在等待
  }
things-take = 带走一切
things-take-help = 一个 zip，内有你的照片、LoRA 文件和图片。可能需要几分钟。
things-taken = 浏览器正在保存包含一切的 zip。
things-delete = 删除我的一切
things-delete-help = 照片、角色、课程和图片将永久消失。如果以后可能还要，请先带走。
things-delete-account = 你在这里的账户也会一起消失。
things-type = 输入“{ $word }”以删除一切
things-word = 删除
things-delete-sure = 删除你的一切？无法恢复。
things-delete-button = 全部删除
things-typed-wrong = 输入的是 '{ $typed }'；要删除一切，请输入 { $word }。没有删除任何东西。
field-label = 令牌的用途
field-token = 令牌的编号
field-invitation = 邀请的编号
field-guest = 客人的编号
field-typed = 输入的内容
field-most = 限额

## Drawing a part again

part-again = 重画一部分
part-again-back = 回到图片
part-again-which = 哪一部分？
part-again-somebody = 某个角色
part-again-paint = 涂抹
part-again-frame = 用框
part-again-somebody-help = 请点按要重画的角色。
part-again-paint-help = 请用鼠标或手指涂抹要重画的地方。用键盘时，请改选“用框”。
part-again-frame-help = 拖动框，框住要重画的地方，或者在这里移动各条边。
part-again-person = 重画{ $name }
part-again-canvas = 要涂抹的图片
part-again-brush = 画笔大小
part-again-clear = 清除
part-again-erase = 橡皮擦
part-again-frame-keys = 要重画的部分。方向键移动位置，按住 Shift 则改变大小。
part-again-prompt = 那里有什么
part-again-prompt-help = 留空：与整张图片的描述相同。
part-again-strength = 可以改变多少？
part-again-little = 一点点
part-again-clearly = 明显
part-again-anew = 全新
part-again-go = 重画
part-again-nobody = 还没有选任何角色。请点按图片里的一个角色。
part-again-nothing = 还没有涂抹。请涂抹要重画的部分。
part-again-damaged = 涂抹的内容没有以长边最多 { NUMBER($most, useGrouping: 0) } 像素的 PNG 送达。请重新加载页面，再涂抹一次。

# What a guest may take up
limit-name = 限额
limit-waiting-jobs = 同时等待的任务数
limit-minutes-a-day = 每天的工作分钟数
limit-disk-gb = 磁盘空间（GB）
limit-photos = 照片数量
over-waiting-jobs = 你已经有 { NUMBER($count, useGrouping: 0) } 个任务在等待，最多可以同时等待 { NUMBER($most, useGrouping: 0) } 个；请等其中一个开始，或者取消一个。
over-minutes-a-day = 你一天的 { NUMBER($count, useGrouping: 0) } 分钟工作时间已经用完；请在 { $wait }后再试，或者请主人多给一些。
over-disk = 你的文件占了 { $used } GB，你的份额是 { NUMBER($most, useGrouping: 0) } GB，再放不下这个了；请删除图片（并清空回收站）或角色，或者请主人多给一些。
over-photos = 你有 { NUMBER($count, useGrouping: 0) } 张照片，再加 { NUMBER($new, useGrouping: 0) } 张就超过你的 { NUMBER($most, useGrouping: 0) } 张；请少给几张，删除一个角色，或者请主人多给一些。
owner-without-limits = 主人没有限额；请选一位客人。

# What guests may use, and what is the owner's alone
request-lent = 客人是否可以使用
subject-not-lent = 主人不再让客人使用 { $name }，所以无法做这张图片；请去掉这个角色，或者问问她。
publish-owner-only = 发布由主人来做，因为 Hub 上的账号是她的；请改为下载 LoRA 文件，或者问问她。
base-model-not-for-guests = 客人不能选“{ $name }”作为基础模型；请选一个这里已有的（{ $titles }），或者问问主人。

# People and what lets them in
hub-login-not-begun = 这次登录不是在这个浏览器里开始的，或已过去太久；请重新开始。
hub-login-refused = Hugging Face 没有说明你是谁，因为请求被拒绝了；请重新登录并允许，或使用名字和密码。
hub-login-failed = Hugging Face 没有正常回应；请稍后再试，或使用名字和密码。
login-with-hub = 用 Hugging Face 登录
invitation-intro = 你受邀在这里做图片。请选一个你想用的名字，再设一个自己的密码。
invitation-password = 新密码，至少 12 个字符
invitation-button = 进来
invitation-to-login = 我有账号：去登录
upload-not-yours = 这个文件不是你上传的，或已经不在了；请重新上传。
account-name-not-fine = 名字“{ $name }”不行；请用 1 到 { NUMBER($most, useGrouping: 0) } 个字符，不含冒号。
account-name-taken = 已经有人叫 { $name }，请换一个名字。
account-not-found = 这个账号已经不在了。
too-many-accounts = 已经有 { NUMBER($most, useGrouping: 0) } 个账号，不能再多；主人可以移除一个。
invitation-not-valid = 这个邀请已经无效：它被用过、被收回，或已过期。请再要一个新的。
invitation-not-found = 这个邀请已经不在了。
token-not-found = 这个令牌已经不在了。
token-label-not-fine = “{ $label }”不能作为令牌的用途；请用 1 到 { NUMBER($most, useGrouping: 0) } 个字符。
too-many-tokens = 你已经有 { NUMBER($most, useGrouping: 0) } 个令牌，不能再多；请先撤销一个。
hub-user-not-invited = { $name } 没有收到这里的邀请；请向主人要一个邀请，并先打开它的链接。
current-password-wrong = 这不是你现在的密码；什么都没有改变。
owner-only = 这件事只有这个 Cuddle 的主人能做，请找她。
owner-stays = 主人的账号会保留；客人的账号可以移除。
password-too-long = 密码有 { NUMBER($length, useGrouping: 0) } 个字符；最多 { NUMBER($most, useGrouping: 0) } 个。

# Leaving: everything deleted, everything taken along
everything-removed = 已删除：{ $subjects } 个角色、{ $photos } 张照片、{ $pictures } 张图片和 { $jobs } 个任务，共 { $files } 个文件，{ $size } MB。什么都没有留下。
everything-removed-but = 已删除：{ $subjects } 个角色、{ $photos } 张照片、{ $pictures } 张图片和 { $jobs } 个任务，共 { $files } 个文件，{ $size } MB；但有 { $left } 个文件夹或文件正被其他程序占用，请关闭该程序，再删除一次全部内容。
everything-readme =
    这是你在 Cuddle 里的全部内容。

    photos/ – 教学用的照片，每个角色一个文件夹；照片旁边的文本文件是它的说明
    loras/ – 学到的内容：NAME.safetensors 用于 ComfyUI、A1111、Forge 和 InvokeAI，NAME_for_diffusers_only.safetensors 用于 diffusers
    samples/ – 学习过程中画的样图
    pictures/ – 你的图片，也包括回收站里的，每张都带着自己的设置
    pictures.csv – 所有图片的设置表；pictures.json – 同样的内容，供程序使用
    subjects.json – 每个角色的名字、种类、触发词和基础模型
    jobs.json – 你提出过的请求，以及每次学习的全部数值
    starts/ – 其他图片的起始图，以及画好的蒙版

    要在任何 Cuddle 里重新得到一个角色：选择“我已经有 LoRA 了”，给出 loras/ 里的文件，并填写 subjects.json 里的名字和种类。把图片拖到制作图片的地方，就会采用它的设置。
everything-readme-missing = 打包时，这些文件已经不在了：{ $files }。

# Copies of the database in a mounted bucket
database-restored = 数据库已恢复为 { $made_at } 的副本；之后的改动已经丢失。
database-restored-older = 最新的 { $damaged } 份副本已损坏，数据库已恢复为 { $made_at } 的副本；之后的改动已经丢失。
database-reconciled = 因为文件已经不在，已从列表中移除：{ $pictures } 张图片，以及 { $subjects } 个角色学到的内容；照片还在的，请重新教。
database-copies-damaged = { $folder } 里的数据库副本没有一份是完整的（检查了 { NUMBER($count, useGrouping: 0) } 份）；空的数据库会让现有的一切都看不到。请放入一份完整的副本，或移走该文件夹，从头开始。
database-not-copied = 无法制作数据库副本（{ $reason }）；会再试一次。

## 原理

how-it-works = 图片是怎样画出来的
how-card = 图片是怎样画出来的？用你自己的一张图，五分钟看明白。
how-this-picture = 这张是怎样画出来的？
how-back = 关闭
how-intro = 这里展示你的图片是怎样画出来的，以及每项设置的作用。这里的一切都不会改动它，也不会往相册里添加任何东西。
how-intro-sample = 你还没有图片，所以先用示例中的这张来展示：“{ $prompt }”。等你有了自己的图片，这里讲的就是你的那张。
how-nothing = 还没有可以用来展示的图片。请先在“创作”里画出第一张，再回到这里。
how-one-thing = 一次只改一样
how-one-thing-help = 下面每一节只改变一样东西，其余都和你的图片一样，连最初的噪点也相同。
how-show = 展示给我看
how-show-again = 再试一次
how-stop = 停止
how-play = 播放
how-working = 正在制作
how-denoising = 从噪点到图片
how-prompt = 文字
how-guidance = 引导
how-sampler = 采样器
how-seed = 种子
how-lora = 学到的内容
how-denoising-help = 图片从一片噪点开始，就像没有信号的老电视。模型一步一步猜测里面可能藏着什么，每次去掉一点与猜测不符的部分。
how-prompt-help = 你的文字会把每一次猜测拉向它们。换一段文字，同样的噪点就会变成另一张图，布局却常常相似。
how-guidance-help = 引导就是文字拉得有多用力。太小，图片会自行其是，可能漏掉你要的内容；太大，颜色会刺眼，形状会僵硬。
how-sampler-help = 采样器决定每一步迈多大。许多采样器得到的图片相似。名字里带“a”的会在每一步加入新的噪点，因此结果会不同。
how-seed-help = 种子是一个数字，最初的噪点由它而来。数字相同，噪点相同，图片也相同；换一个数字，同样的文字就会得到另一张图。
how-lora-help = 课程从{ $names }学到的内容，是模型旁边的一个小文件，叫作 LoRA。没有它，模型读得懂文字，却从没见过说的是谁。相似强度决定用上多少。
how-lora-help-nobody = 课程学到的内容是模型旁边的一个小文件，叫作 LoRA。相似强度决定用上多少。
how-has = 模型手里的
how-guesses = 模型猜到的
how-slide = 从噪点到图片
how-step = 第 { $step } 步，共 { $steps } 步
how-step-layout = 草图，第 { $step } 步，共 { $steps } 步
how-step-larger = 放大版，第 { $step } 步，共 { $steps } 步
how-step-done = 完成
how-frame-noise = 只有噪点。模型已经在猜了：有与文字相配的颜色，还没有形状。
how-frame-start = 它从一张盖上噪点的图片开始，所以大的形状已经在了。
how-frame-part = 只有重画的那一部分是噪点，周围都保持不变。
how-frame-layout = 一张图里有好几个角色时，会先画一张快速草图，只用来弄清谁会在哪里。
how-frame-again = 草图再次盖上噪点。从这里开始，每个角色都在自己的位置上，用学到的内容画出来。
how-frame-shapes = 最先出现的是大的形状：哪里是地，哪里是天，谁站在哪里。
how-frame-who = 现在能看出是谁了：颜色、毛发、脸、衣服。
how-frame-details = 最后是细小的东西：眼睛、边缘、阴影。猜测几乎不再变化。
how-frame-larger = 为了放大版，图片上再盖一点噪点，然后以更细的细节去掉它。
how-frame-done = 噪点全没了。这就是图片。
how-frame-closer = 噪点全没了。图中较小的角色随后又放大重画了一次，再放回原处。这就是图片。
how-alt-has = 带着噪点的图片：{ $step }
how-alt-guesses = 模型的猜测：{ $step }
how-same = 刚刚按它的设置又画了一次，与你的图片每个像素都相同。
how-nearly-same = 刚刚按它的设置又画了一次，就是你的图片，差别谁也看不出来。
how-not-same = 刚刚按它的设置又画了一次，但已经不完全是你的图片：画它时用到的某样东西，或者所用的设备，后来有了变化。
how-other-recipe = 画你的图片时用到的某样东西后来有了变化，例如从{ $names }学到的内容。所以这些图片与它的差别可能不止一处。
how-other-recipe-nobody = 画你的图片时用到的某样东西后来有了变化。所以这些图片与它的差别可能不止一处。
how-yours = 你的：{ $value }
how-value-prompt = “{ $prompt }”
how-value-lora = 相似强度 { $percent } %
how-value-lora-none = 不使用
how-value-lora-own = 使用
how-changed = 图片有 { $percent } % 看起来不同
how-unchanged = 看起来一样
how-try = 自己试试
how-try-help = 把这张图片的设置带到“创作”里，只改一样。
how-no-sheet = 这是由多张图片拼成的一页。请在相册里打开其中一张，再在那里查看。
how-subjects-gone = { $count ->
       *[other] { $names }已经不在了，或者还没准备好。没有它，就无法重画这张图片。
    }
how-model-gone = 这张图片的基础模型已经不在这里了。没有它，就无法重画这张图片。
how-no-subject = 这张图片里没有你教过的角色，所以没有学到的内容可以去掉。
how-sampler-alone = { $sampler } 需要它自己的辅助 LoRA，所以无法只换采样器。
title-explanation = 怎样画出来的：{ $topic }
field-topic = 主题
explanation-variants = 要求了 { $count } 个变体。“从噪点到图片”没有变体，其他主题有 1 到 { $most } 个。
explanation-picture-gone = 所说的图片已经不在了。请换一张。
explanation-not-made = 这还没有制作。请用 /explain_picture 请求，等任务完成后再来。
