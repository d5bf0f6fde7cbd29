using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>The rows of jobs.job_key: what a limit is called and how many jobs it lets in.</summary>
internal static class LimitKeys
{
    /// <summary>What the names of keys begin with that callers thought of, apart from those of owners.</summary>
    public const string Callers = "key:";

    private const string Find = "select id, cap from jobs.job_key where name = $1";

    // One statement after the other: each sees what others committed meanwhile.
    private const string Add =
        "insert into jobs.job_key (name, cap) values ($1, $2) on conflict (name) do update set cap = excluded.cap returning id";

    public static async Task<int> FindOrAddAsync(
        string name,
        int cap,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using (var find = new NpgsqlCommand(Find, transaction.Connection, transaction))
        {
            find.Parameters.Add(new() { Value = name });
            await using var row = await find.ExecuteReaderAsync(cancel);
            if (await row.ReadAsync(cancel) && row.GetInt32(1) == cap)
                return row.GetInt32(0);
        }
        await using var add = new NpgsqlCommand(Add, transaction.Connection, transaction);
        add.Parameters.Add(new() { Value = name });
        add.Parameters.Add(new() { Value = cap });
        return (int)(await add.ExecuteScalarAsync(cancel))!;
    }
}
