using Atelier.JobEngine.Worker;
using Atelier.Testing.Database;

namespace Atelier.JobEngine.Tests.Support;

/// <summary>A test class with a migrated database of its own.</summary>
public abstract class EngineTest : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    /// <summary>How many nodes each engine has that a test starts by <see cref="StartAsync"/>.</summary>
    protected virtual int Nodes => 1;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Database = await Engine.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<Engine> StartAsync(Work work, Action<JobEngineOptions>? configure = null) =>
        Engine.StartAsync(Database, work, configure, nodes: Nodes);

    protected static Task<object?> Nothing => Task.FromResult<object?>(null);

    protected static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected static Task SoonAsync(Task signal) => signal.WaitAsync(Engine.Patience, Cancel);
}
