using System.Text.Json;
using Atelier.JobEngine;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Running;

/// <summary>
/// What a run has finished. The engine keeps the steps of one job; a campaign that is paused goes on in another, so they
/// are kept here too.
/// </summary>
internal sealed class RunSteps(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Keep = """
        insert into campaigns.steps (run_id, name, phase, result, started_at, finished_at) values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing
        """;

    /// <summary>Does a piece of work unless it was done: before a crash, a pause or a refusal.</summary>
    public async Task<T> OnceAsync<T>(
        Guid run,
        JobRun job,
        CampaignPhase phase,
        string name,
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancel
    )
    {
        if (await FindAsync(run, name, cancel) is { } stored)
            return JsonSerializer.Deserialize<T>(stored, JsonSerializerOptions.Web)!;
        var began = clock.GetUtcNow();
        return await job.StepAsync(
            name,
            async stop =>
            {
                var result = await work(stop);
                await KeepAsync(run, phase, name, result, began, stop);
                return result;
            }
        );
    }

    private async Task<string?> FindAsync(Guid run, string name, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(
            "select coalesce(result, 'null')::text from campaigns.steps where run_id = $1 and name = $2"
        );
        find.Parameters.Add(new() { Value = run });
        find.Parameters.Add(new() { Value = name });
        return await find.ExecuteScalarAsync(cancel) as string;
    }

    private async Task KeepAsync<T>(
        Guid run,
        CampaignPhase phase,
        string name,
        T result,
        DateTimeOffset began,
        CancellationToken cancel
    )
    {
        await using var keep = database.CreateCommand(Keep);
        keep.Parameters.Add(new() { Value = run });
        keep.Parameters.Add(new() { Value = name });
        keep.Parameters.Add(new() { Value = StoredState.Write(phase) });
        keep.Parameters.Add(
            new()
            {
                Value = JsonSerializer.Serialize(result, JsonSerializerOptions.Web),
                NpgsqlDbType = NpgsqlDbType.Jsonb,
            }
        );
        keep.Parameters.Add(new() { Value = began });
        keep.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await keep.ExecuteNonQueryAsync(cancel);
    }
}
