namespace Atelier.Benchmarks.Chaos.Writing;

/// <summary>What its writer may rely on about a job.</summary>
internal enum Promise
{
    /// <summary>The commit's answer was lost: the job is wholly there or wholly not.</summary>
    Unknown,

    /// <summary>It was queued, and nobody cancelled it.</summary>
    Succeeds,

    /// <summary>A cancel was accepted, and nobody retried it.</summary>
    IsCancelled,

    /// <summary>It is there; the answer to a cancel or a retry was lost.</summary>
    Ends,
}

/// <summary>One writer's own record, kept in memory, of what it was promised.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<Guid, Promise> _promises = [];
    private readonly List<Guid> _known = [];

    public IReadOnlyDictionary<Guid, Promise> Promises => _promises;

    public int Queued { get; private set; }

    public int Cancelled { get; private set; }

    public int Retried { get; set; }

    public int Broken { get; set; }

    public void Set(Guid job, Promise promise)
    {
        if (!_promises.ContainsKey(job) && promise is Promise.Succeeds)
        {
            Queued++;
            _known.Add(job);
        }
        Cancelled += promise is Promise.IsCancelled ? 1 : 0;
        _promises[job] = promise;
    }

    /// <summary>One of the last jobs that are surely there.</summary>
    public Guid? Recent(Random random, int last) =>
        _known.Count == 0 ? null : _known[^(1 + random.Next(Math.Min(_known.Count, last)))];
}
