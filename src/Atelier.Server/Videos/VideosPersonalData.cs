using Atelier.JobEngine;
using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Videos;

internal sealed class VideosPersonalData(VideosDb db, JobClient jobs) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var videos = await db
            .Videos.AsNoTracking()
            .Where(v => v.OwnerId == person)
            .OrderBy(v => v.Id)
            .ToListAsync(cancel);
        foreach (var video in videos)
        {
            var folder = $"videos/{video.Id}";
            var view = video.ToView(await jobs.JobOfAsync(video, cancel));
            await archive.AddJsonAsync($"{folder}/video.json", view, cancel);
            if (video.Storyboard is { } board)
                await archive.AddJsonAsync($"{folder}/storyboard.json", board, cancel);
            foreach (var file in await db.Files.AsNoTracking().Where(f => f.VideoId == video.Id).ToListAsync(cancel))
                await archive.AddAssetAsync(
                    $"{folder}/film{VideoFileNames.EndingOf(file.Format)}",
                    file.Sha256,
                    cancel
                );
        }
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from videos.video where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
