using Atelier.Realtime.Contracts;
using Atelier.Webhooks.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns;

/// <summary>A move that was made.</summary>
internal sealed record Moved(CampaignState From, CampaignState To);

/// <param name="Job">The job that is to work on it from now on.</param>
/// <param name="HeldBy">Only while this job is the campaign's: what an older one has to say comes too late.</param>
internal sealed record MoveFacts(
    Guid? Run = null,
    Guid? Job = null,
    Guid? HeldBy = null,
    DateTimeOffset? StartsAt = null,
    string? ProblemCode = null,
    string? Problem = null
);

/// <summary>
/// The one way in which a campaign's state changes: one statement that finds the arrow and follows it, or changes nothing.
/// </summary>
internal sealed class CampaignStates(
    NpgsqlDataSource database,
    ILiveUpdates live,
    IWebhookPost webhooks,
    TimeProvider clock
)
{
    public const string Channel = "campaign";

    /// <summary>What a person waits for elsewhere.</summary>
    private static readonly CampaignState[] Told =
    [
        CampaignState.AwaitingReview,
        CampaignState.BudgetExceeded,
        CampaignState.Completed,
    ];

    private const string Follow = """
        update campaigns.campaigns c set
            state = arrow.target,
            run_id = coalesce($4, c.run_id),
            job_id = coalesce($5, c.job_id),
            starts_at = case when arrow.target = 'scheduled' then $6 when arrow.target = 'draft' then null else c.starts_at end,
            problem_code = $7,
            problem = $8,
            started_at = case when arrow.target = 'running' then coalesce(c.started_at, $9) else c.started_at end,
            finished_at = case when arrow.target in ('cancelled', 'failed', 'completed') then $9 end,
            updated_at = $9
        from unnest($2::text[], $3::text[]) as arrow (source, target)
        where c.id = $1 and c.state = arrow.source and ($10::uuid is null or c.job_id = $10)
        returning arrow.source, arrow.target, c.owner_id, c.project_id, c.name
        """;

    /// <summary>Follows an arrow at once.</summary>
    /// <returns>Null when there is none from where the campaign is.</returns>
    public async Task<Moved?> MoveAsync(Guid campaign, CampaignMove move, MoveFacts facts, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var moved = await MoveAsync(transaction, campaign, move, facts, cancel);
        await transaction.CommitAsync(cancel);
        if (moved is not null)
            live.Changed(Channel, campaign);
        return moved;
    }

    /// <summary>Follows an arrow when the caller's transaction commits. Tell <see cref="Changed"/> afterwards.</summary>
    public async Task<Moved?> MoveAsync(
        NpgsqlTransaction transaction,
        Guid campaign,
        CampaignMove move,
        MoveFacts facts,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        if (await FollowAsync(transaction, campaign, move, facts, now, cancel) is not var (moved, whose))
            return null;
        if (Told.Contains(moved.To))
            await webhooks.TellAsync(transaction, News(campaign, moved.To, whose, facts, now), cancel);
        return moved;
    }

    /// <summary>
    /// After a decision about a draft, in its transaction: with nothing left to decide the campaign is complete, and it is
    /// open again when something is.
    /// </summary>
    public Task<Moved?> DecidedAsync(
        NpgsqlTransaction transaction,
        Guid campaign,
        int undecided,
        CancellationToken cancel
    ) =>
        MoveAsync(
            transaction,
            campaign,
            undecided == 0 ? CampaignMove.Decide : CampaignMove.Reopen,
            new MoveFacts(),
            cancel
        );

    public void Changed(Guid campaign) => live.Changed(Channel, campaign);

    public async Task<CampaignState?> StateAsync(Guid campaign, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select state from campaigns.campaigns where id = $1");
        command.Parameters.Add(new() { Value = campaign });
        return await command.ExecuteScalarAsync(cancel) is string state ? StoredState.Read(state) : null;
    }

    /// <summary>Which phase is at work, as long as this job has the campaign.</summary>
    public async Task EnterAsync(Guid campaign, Guid job, CampaignPhase phase, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "update campaigns.campaigns set phase = $3, updated_at = $4 where id = $1 and job_id = $2 and phase is distinct from $3"
        );
        command.Parameters.Add(new() { Value = campaign });
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = StoredState.Write(phase) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        if (await command.ExecuteNonQueryAsync(cancel) > 0)
            live.Changed(Channel, campaign);
    }

    /// <summary>Leaves a word for the campaign's owner, once.</summary>
    public async Task NoteAsync(Guid campaign, string note, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "update campaigns.campaigns set notes = notes || $2 where id = $1 and not notes @> array[$2] and cardinality(notes) < 50"
        );
        command.Parameters.Add(new() { Value = campaign });
        command.Parameters.Add(new() { Value = note });
        if (await command.ExecuteNonQueryAsync(cancel) > 0)
            live.Changed(Channel, campaign);
    }

    private sealed record Whose(Guid Owner, Guid? Project, string Name);

    private static WebhookNews News(
        Guid campaign,
        CampaignState state,
        Whose whose,
        MoveFacts facts,
        DateTimeOffset now
    ) =>
        new(
            $"{Channel}.{StoredState.Write(state)}",
            whose.Owner,
            whose.Project,
            $"{Channel}:{campaign}:{now.UtcTicks}",
            now,
            new
            {
                Id = campaign,
                whose.Name,
                State = state,
                ProjectId = whose.Project,
                Problem = facts.ProblemCode is { } code ? new CampaignProblem(code, facts.Problem ?? "") : null,
            }
        );

    private static async Task<(Moved Moved, Whose Whose)?> FollowAsync(
        NpgsqlTransaction transaction,
        Guid campaign,
        CampaignMove move,
        MoveFacts facts,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var arrows = CampaignArrows.All.Where(arrow => arrow.Move == move).ToList();
        await using var command = new NpgsqlCommand(Follow, transaction.Connection, transaction)
        {
            Parameters =
            {
                new() { Value = campaign },
                new() { Value = arrows.Select(arrow => StoredState.Write(arrow.From)).ToArray() },
                new() { Value = arrows.Select(arrow => StoredState.Write(arrow.To)).ToArray() },
                Optional(facts.Run, NpgsqlDbType.Uuid),
                Optional(facts.Job, NpgsqlDbType.Uuid),
                Optional(facts.StartsAt, NpgsqlDbType.TimestampTz),
                Optional(facts.ProblemCode, NpgsqlDbType.Text),
                Optional(facts.Problem, NpgsqlDbType.Text),
                new() { Value = now },
                Optional(facts.HeldBy, NpgsqlDbType.Uuid),
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? (
                new Moved(StoredState.Read(row.GetString(0)), StoredState.Read(row.GetString(1))),
                new Whose(row.GetGuid(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetString(4))
            )
            : null;
    }

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
