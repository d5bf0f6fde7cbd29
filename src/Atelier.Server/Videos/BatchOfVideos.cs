using System.Data.Common;
using System.Text.Json.Nodes;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Atelier.Videos.Making;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Videos;

/// <summary>Films ordered as jobs, by the hundred and on a schedule.</summary>
internal sealed class BatchOfVideos(
    VideosDb shelf,
    JobClient jobs,
    IProjects projects,
    BodyRules rules,
    VideoModels models,
    TimeProvider clock
) : IBatchWork
{
    public string Kind => "video";

    public string Area => "videos";

    public IReadOnlyDictionary<string, Type> Fields { get; } = rules.FieldsOf<CreateVideoRequest>();

    public IReadOnlyList<string> Formats => VideoFileNames.Formats;

    public string PathOf(Guid workId) => $"/api/v1/videos/{workId}";

    public Task<IReadOnlyList<ItemProblem>> CheckAsync(
        Guid ownerId,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    ) =>
        new ItemCheck<CreateVideoRequest>(
            rules,
            request => request.ProjectId,
            project => projects.ObjectionAsync(project, ownerId, cancel)
        ).RunAsync(items, models.Objection, cancel);

    public async Task<WorkOrder> OrderAsync(
        DbTransaction transaction,
        JobOptions options,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    )
    {
        var joined = (NpgsqlTransaction)transaction;
        await using var db = await VideosDb.JoinAsync(joined, cancel);
        var videos = new List<Video>(items.Count);
        foreach (var item in items)
        {
            var (request, _) = await rules.ReadAsync<CreateVideoRequest>(item, cancel);
            videos.Add(Video.Begin(options.OwnerId, request!.ProjectId, request.OrderAlone(), clock.GetUtcNow()));
        }
        var tickets = await jobs.EnqueueManyAsync(joined, [.. videos.Select(JobOf)], options, cancel);
        foreach (var (video, job) in videos.Zip(tickets))
        {
            if (job.Refusal is { } refusal)
                return new([], refusal);
            video.StartMaking(job.PublicId, video.CreatedAt);
        }
        db.Videos.AddRange(videos);
        await db.SaveChangesAsync(cancel);
        return new([.. videos.Zip(tickets, (video, job) => new OrderedWork(video.Id, job.PublicId, video.Title))]);
    }

    private static JobItem<MakeVideo> JobOf(Video video) =>
        new(
            new MakeVideo(video.Id, StoryboardOnly: video.Order.StoryboardFirst),
            $"video:{video.Id}",
            $"video:{video.Id}",
            video.ProjectId
        );

    public async Task<IReadOnlyList<WorkFile>> FilesAsync(
        IReadOnlyCollection<Guid> works,
        string? format,
        CancellationToken cancel
    )
    {
        var found = await (
            from file in shelf.Files
            join video in shelf.Videos on file.VideoId equals video.Id
            where works.Contains(file.VideoId) && (format == null || file.Format == format)
            orderby file.Format
            select new
            {
                video.Id,
                video.Title,
                file.Format,
                file.Sha256,
            }
        ).ToListAsync(cancel);
        return
        [
            .. found.Select(file => new WorkFile(file.Id, VideoFileNames.Of(file.Title, file.Format), file.Sha256)),
        ];
    }
}
