"""Jobs on another machine, through a folder that both machines share: NFS, a mounted bucket, any disk.

    PATH/workers/<worker id>/to_page/00000001.json      what a worker says, from its hello on
    PATH/workers/<worker id>/to_worker/00000001.json    what the page says to it
    PATH/workers/<worker id>/alive/00000001             signs of life; the newest counts
    PATH/blobs/<sha256>                                 every file that goes either way

Each folder has one writer, every file comes whole by a rename, and none is changed after that. A worker's folder goes
when the page closes it; that is how a worker learns that it was given up. Blobs go when no worker is at a job.
"""
