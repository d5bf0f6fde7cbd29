using Atelier.Benchmarks.Chaos.Writing;

namespace Atelier.Benchmarks.Chaos.Judging;

/// <summary>Asks the database what became of everything.</summary>
internal static class Verdict
{
    // Each selects what must not exist.
    private static readonly (string Name, string Sql)[] Questions =
    [
        (
            "half a job: its order, its row or its data alone",
            """
            select coalesce(o.job, j.public_id)::text from chaos.ordered o
            full join jobs.job j on j.public_id = o.job left join jobs.job_data d on d.job_id = j.id
            where o.job is null or d.job_id is null
            """
        ),
        (
            "stuck",
            """
            select j.public_id || ' ' || k.name || ' state ' || j.state || ' node ' || coalesce(j.node_id, 0) || ' fence ' || j.fence
            from jobs.job j join jobs.kind k on k.id = j.kind_id where j.state in (0, 1, 2, 6)
            """
        ),
        (
            "finished twice",
            "select job_id::text from jobs.job_event where outcome = 0 group by job_id having count(*) > 1"
        ),
        (
            "ended more often than queued, or less",
            """
            select job_id || ': ' || count(*) filter (where type in (9, 10, 11)) || ' of 1 and ' || count(*) filter (where type = 1)
            from jobs.job_event group by job_id
            having count(*) filter (where type in (9, 10, 11)) <> 1 + count(*) filter (where type = 1)
            """
        ),
        (
            "events missing or double",
            """
            select j.id || ': ' || e.found || ' of ' || j.event_seq from jobs.job j cross join lateral (
                select count(seq) as found, count(distinct seq) as different from jobs.events_of(j.id, 1)) e
            where e.found <> j.event_seq or e.different <> j.event_seq
            """
        ),
        (
            "steps with two winners",
            "select job || ' ' || step from chaos.inside group by job, step having count(*) > 1"
        ),
        (
            "a step without what it wrote, or the other way round",
            """
            select coalesce(s.job_id, i.job) || ' ' || coalesce(s.name, i.step) from
                (select * from jobs.job_step where name like 'inside %') s
                full join chaos.inside i on i.job = s.job_id and i.step = s.name and i.fence = s.fence
            where s.job_id is null or i.job is null
            """
        ),
        (
            "succeeded without all of its steps",
            """
            select j.id::text from jobs.job j join jobs.job_data d on d.job_id = j.id
            where j.state = 3 and (d.args ->> 'steps')::int
                <> (select count(*) from jobs.job_step s where s.job_id = j.id)
            """
        ),
        (
            "failed for another reason than asked for",
            """
            select distinct e.data -> 'error' ->> 'code' from jobs.job_event e where e.type in (5, 10)
                and e.data -> 'error' ->> 'code' not in ('chaos.stubborn', 'job.database_unavailable', 'job.crashed')
            """
        ),
    ];

    public static async Task<IReadOnlyList<Check>> JudgeAsync(
        ChaosDatabase database,
        IReadOnlyList<Ledger> ledgers,
        Sampler sampler
    )
    {
        var checks = new List<Check>(await AgainstPromisesAsync(database, ledgers));
        foreach (var (name, sql) in Questions)
            checks.Add(Of(name, await ListAsync(database, sql)));
        checks.Add(new Check("limits exceeded, in samples", sampler.Overshoots, sampler.Example));
        return checks;
    }

    private static async Task<IEnumerable<Check>> AgainstPromisesAsync(
        ChaosDatabase database,
        IReadOnlyList<Ledger> ledgers
    )
    {
        var states = new Dictionary<Guid, short>();
        await using (var command = database.Source.CreateCommand("select public_id, state from jobs.job"))
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync())
                states[row.GetGuid(0)] = row.GetInt16(1);
        var promises = ledgers.SelectMany(ledger => ledger.Promises).ToList();
        return
        [
            Of("lost", promises.Where(p => p.Value is not Promise.Unknown && !states.ContainsKey(p.Key))),
            Of("did not succeed", promises.Where(p => p.Value is Promise.Succeeds && StateOf(p.Key) is not 3)),
            Of(
                "cancelled and not cancelled",
                promises.Where(p => p.Value is Promise.IsCancelled && StateOf(p.Key) is not 4)
            ),
        ];

        short? StateOf(Guid job) => states.TryGetValue(job, out var state) ? state : null;
    }

    private static async Task<List<string>> ListAsync(ChaosDatabase database, string sql)
    {
        var found = new List<string>();
        await using var command = database.Source.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            found.Add(row.GetString(0));
        return found;
    }

    private static Check Of<T>(string name, IEnumerable<T> found)
    {
        var all = found.ToList();
        return new Check(name, all.Count, all.Count == 0 ? null : string.Join("; ", all.Take(5)));
    }
}
