namespace Atelier.JobEngine.Worker;

public sealed record TestJob(string Name) : IJobPayload
{
    public static string Kind => "test.job.v1";
}

public delegate Task<object?> Work(TestJob job, JobRun run, CancellationToken cancel);

/// <summary>Does whatever the test says.</summary>
public sealed class TestHandler(Work work) : IJobHandler<TestJob>
{
    public Task<object?> RunAsync(TestJob payload, JobRun run, CancellationToken cancel) => work(payload, run, cancel);
}
