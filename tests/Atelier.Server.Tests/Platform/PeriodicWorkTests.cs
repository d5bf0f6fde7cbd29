using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Atelier.Platform;

/// <summary>Work that is done again and again outlives what it needs, and nothing else.</summary>
public sealed class PeriodicWorkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<Exception> Outages =>
        [
            new NpgsqlException("The server closed the connection."),
            // As Entity Framework reports it.
            new InvalidOperationException("Likely a transient failure.", new NpgsqlException()),
            new IOException("No space left on device"),
        ];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task What_an_outage_left_undone_is_done_the_next_time(Exception outage)
    {
        using var work = new Work(outage);
        await work.StartAsync(TestContext.Current.CancellationToken);

        await work.DoneOnce.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.True(work.Begun > 1, "it was begun once more after the outage");
        await work.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(work.ExecuteTask!.IsCompletedSuccessfully, $"it ended as {work.ExecuteTask.Status}");
    }

    [Fact]
    public async Task A_defect_is_not_taken_for_an_outage()
    {
        using var work = new Work(new ArgumentException("Somebody's mistake."));
        await work.StartAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            work.ExecuteTask!.WaitAsync(Patience, TestContext.Current.CancellationToken)
        );
    }

    /// <summary>Fails the first time.</summary>
    private sealed class Work(Exception failure)
        : PeriodicWork(TimeSpan.FromMilliseconds(5), "Nothing was done", TimeProvider.System, NullLogger.Instance)
    {
        public TaskCompletionSource DoneOnce { get; } = new();

        public int Begun { get; private set; }

        protected override Task WorkAsync(CancellationToken cancel)
        {
            if (++Begun == 1)
                throw failure;
            DoneOnce.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
