using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>Shows a job's progress until it is done.</summary>
internal static class JobProgress
{
    /// <exception cref="StudioRefusal">The job failed or was cancelled.</exception>
    public static Task FollowAsync(StudioClient client, string jobId, string what, CancellationToken ct) =>
        AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(what);
                while (true)
                {
                    var job = await client.GetAsync($"jobs/{jobId}", ct);
                    var state = StudioClient.Text(job, "state");
                    bar.Value = 100 * (job["progress"]?["fraction"]?.GetValue<double>() ?? 0);
                    bar.Description = Markup.Escape(job["progress"]?["message"]?.GetValue<string>() ?? state);
                    if (state == "succeeded")
                        return;
                    if (state is "failed" or "cancelled")
                        throw new StudioRefusal($"the job {state}: {job["error"]}");
                    await Task.Delay(200, ct);
                }
            });
}
