using System.Diagnostics;
using System.Text.Json.Nodes;
using Atelier.Cli.Demo;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Benchmarks.Campaigns;

/// <summary>A campaign with many steps: phases, a thousand turns of agents in them, and nine steps in each turn.</summary>
internal sealed class LongTimeline(StudioClient studio, NpgsqlDataSource database)
{
    private const int Steps = 9;
    private const int Warm = 5;
    private const int Rounds = 100;

    private const string Copy = """
        copy campaigns.spans (id, owner_id, run_id, campaign_id, parent_id, operation, name, role, subject, status, model, input_tokens,
                              output_tokens, cost, attributes, started_at, ended_at) from stdin (format binary)
        """;

    private static readonly string[] Phases = ["discover", "read", "choose", "draft", "review"];

    /// <returns>What was asked for, and how long each answer took in milliseconds, in order.</returns>
    public async Task<IReadOnlyList<(string What, double[] Took)>> MeasureAsync(
        Guid owner,
        int spans,
        TimeProvider clock
    )
    {
        var campaign = Guid.Parse(
            StudioClient.Text(await studio.PostAsync("campaigns", Cancels.Plan(), default), "id")
        );
        var (phase, turn) = await FillAsync(owner, campaign, spans, clock.GetUtcNow());
        var first = await studio.GetAsync($"campaigns/{campaign}/timeline?limit=100", default);
        return
        [
            ("the first page, 100 steps", await AskAsync($"campaigns/{campaign}/timeline?limit=100")),
            (
                "the next page",
                await AskAsync($"campaigns/{campaign}/timeline?limit=100&cursor={Text(first, "nextCursor")}")
            ),
            (
                "what is new behind step 9,900",
                await AskAsync($"campaigns/{campaign}/timeline?limit=100&after={spans - 100}")
            ),
            (
                "into a phase, 100 of its turns",
                await AskAsync($"campaigns/{campaign}/timeline?limit=100&parentId={phase}")
            ),
            ("one phase with its first 200 steps", await AskAsync($"campaigns/{campaign}/spans/{phase}")),
            ("one turn with its steps", await AskAsync($"campaigns/{campaign}/spans/{turn}")),
            ("the live board", await AskAsync($"campaigns/{campaign}/board")),
        ];
    }

    private static string Text(JsonNode node, string field) => StudioClient.Text(node, field);

    private async Task<double[]> AskAsync(string path)
    {
        var took = new List<double>();
        for (var round = -Warm; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await studio.GetAsync(path, default);
            if (round >= 0)
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return [.. took.Order()];
    }

    /// <returns>A phase, and a turn in its middle.</returns>
    private async Task<(Guid Phase, Guid Turn)> FillAsync(Guid owner, Guid campaign, int spans, DateTimeOffset now)
    {
        var run = Guid.CreateVersion7(now);
        await using (
            var open = database.CreateCommand(
                "insert into campaigns.runs (id, owner_id, campaign_id, state, started_at) values ($1, $2, $3, 'running', $4)"
            )
        )
        {
            foreach (var value in (object[])[run, owner, campaign, now])
                open.Parameters.Add(new() { Value = value });
            await open.ExecuteNonQueryAsync();
        }
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(Copy);
        var written = 0;
        var whole = await WriteAsync(null, "invoke_workflow", "campaign", null);
        var turns = (spans - 1 - Phases.Length) / (Steps + 1) / Phases.Length;
        var (somePhase, someTurn) = (Guid.Empty, Guid.Empty);
        foreach (var name in Phases)
        {
            var phase = await WriteAsync(whole, "phase", name, null);
            for (var number = 0; number < turns; number++)
            {
                var turn = await WriteAsync(phase, "invoke_agent", "writer", "writer");
                for (var step = 0; step < Steps; step++)
                    await WriteAsync(turn, step % 3 == 0 ? "execute_tool" : "chat", "check_draft", "writer");
                if (number == turns / 2)
                    (somePhase, someTurn) = (phase, turn);
            }
        }
        while (written < spans)
            await WriteAsync(somePhase, "execute_tool", "read_blog", "researcher");
        await copy.CompleteAsync();
        await copy.DisposeAsync();
        await using var analyze = database.CreateCommand("analyze campaigns.spans");
        await analyze.ExecuteNonQueryAsync();
        return (somePhase, someTurn);

        async Task<Guid> WriteAsync(Guid? parent, string operation, string name, string? role)
        {
            var at = now.AddMilliseconds(40 * written++);
            var id = Guid.CreateVersion7(at);
            var isChat = operation == "chat";
            await copy.StartRowAsync();
            foreach (var value in (Guid?[])[id, owner, run, campaign, parent])
                await NullableAsync(value, NpgsqlDbType.Uuid);
            await copy.WriteAsync(operation);
            await copy.WriteAsync(isChat ? SlowModel.Name : name);
            await NullableAsync(role, NpgsqlDbType.Text);
            await copy.WriteAsync("How the beans did in the second year, and what we changed");
            await copy.WriteAsync("ok");
            await NullableAsync(isChat ? SlowModel.Name : null, NpgsqlDbType.Text);
            await NullableAsync(isChat ? 1234L : null, NpgsqlDbType.Bigint);
            await NullableAsync(isChat ? 210L : null, NpgsqlDbType.Bigint);
            await NullableAsync(isChat ? 0.004568m : null, NpgsqlDbType.Numeric);
            await copy.WriteAsync(
                $$"""{"gen_ai.operation.name":"{{operation}}","gen_ai.agent.name":"{{role}}","gen_ai.conversation.id":"{{campaign}}"}""",
                NpgsqlDbType.Jsonb
            );
            await copy.WriteAsync(at);
            await copy.WriteAsync(at.AddMilliseconds(35));
            return id;
        }

        async Task NullableAsync(object? value, NpgsqlDbType type)
        {
            if (value is null)
                await copy.WriteNullAsync();
            else
                await copy.WriteAsync(value, type);
        }
    }
}
