using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Jobs.Batches;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Jobs;

/// <summary>One work of any studio. What is left out is as the studio has it by default.</summary>
public sealed record CreateJobRequest
{
    /// <summary>video, book: what is to be made.</summary>
    [StringLength(40)]
    public string Kind { get; init; } = "video";

    [Required]
    public required string Prompt { get; init; }

    public Guid? ProjectId { get; init; }

    /// <summary>Films: what renders it; see GET /models.</summary>
    public string? Model { get; init; }

    /// <summary>Films: 480p, 720p, 1080p or 4k.</summary>
    public string? Resolution { get; init; }

    /// <summary>Films: low, medium or high.</summary>
    public string? Quality { get; init; }

    /// <summary>Films: 1 to 60 seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Films: values of your own.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>How often it is tried again when it fails.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 2;
}

/// <param name="VideoId">What will be made, where it is a film; so is <paramref name="BookId"/>.</param>
public sealed record CreatedJobView(Guid Id, string Kind, JobState State, string Title, Guid? VideoId, Guid? BookId);

/// <summary>Orders one work by its prompt: the short way to what each studio offers in full.</summary>
internal static class CreateJob
{
    public static async Task<Results<Accepted<CreatedJobView>, ProblemHttpResult>> Post(
        CreateJobRequest request,
        CurrentUser user,
        BatchDesk desk,
        NpgsqlDataSource database,
        CancellationToken cancel
    )
    {
        var (work, unknown) = desk.Find(request.Kind, user);
        if (work is null)
            return unknown!.ToHttp();
        var item = ItemOf(request);
        if (item.FirstOrDefault(field => !work.Fields.ContainsKey(field.Key)).Key is { } foreign)
            return Problem.Invalid(foreign, $"A {work.Kind} has no {foreign}.").ToHttp();
        var problems = await work.CheckAsync(user.Id, [item], cancel);
        if (problems.FirstOrDefault(problem => problem.Forbidden) is { } forbidden)
            return Problem.Forbidden(detail: forbidden.Message).ToHttp();
        if (problems.FirstOrDefault(problem => problem.Field == "projectId") is { } absent)
            return Problem.NotFound("project_not_found", absent.Message).ToHttp();
        if (problems.Count > 0)
            return Problem
                .Invalid(
                    problems.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray())
                )
                .ToHttp();

        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var options = new JobOptions(user.Id, MaxAttempts: request.MaxRetries + 1);
        var order = await work.OrderAsync(transaction, options, [item], cancel);
        if (order.Refusal is { } refusal)
            return Problem.Conflict(refusal.Code, refusal.Message).ToHttp();
        await transaction.CommitAsync(cancel);
        var made = order.Works[0];
        return TypedResults.Accepted(
            $"/api/v1/jobs/{made.JobId}",
            new CreatedJobView(
                made.JobId,
                work.Kind,
                JobState.Queued,
                made.Title,
                work.Kind == "video" ? made.WorkId : null,
                work.Kind == "book" ? made.WorkId : null
            )
        );
    }

    private static JsonObject ItemOf(CreateJobRequest request)
    {
        var item = new JsonObject { ["prompt"] = request.Prompt };
        Add("projectId", request.ProjectId is { } project ? JsonValue.Create(project) : null);
        Add("model", request.Model is { } model ? JsonValue.Create(model) : null);
        Add("resolution", request.Resolution is { } resolution ? JsonValue.Create(resolution) : null);
        Add("quality", request.Quality is { } quality ? JsonValue.Create(quality) : null);
        Add("duration", request.Duration is { } duration ? JsonValue.Create(duration) : null);
        Add("metadata", request.Metadata is { } own ? JsonSerializer.SerializeToNode(own) : null);
        return item;

        void Add(string field, JsonNode? value)
        {
            if (value is not null)
                item[field] = value;
        }
    }
}
