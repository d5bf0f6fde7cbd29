using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atelier.JobEngine.Nodes;

/// <summary>Runs a claimed job's handler and turns whatever it does into one ending.</summary>
internal sealed class Execution(
    HandlerCatalog handlers,
    IServiceScopeFactory scopes,
    JobEngineOptions options,
    ILogger<JobNode> log
)
{
    /// <returns>Null when the job is no longer ours: nothing may be written about it.</returns>
    public async Task<RunEnd?> RunAsync(JobRun run)
    {
        var span = JobTelemetry.Begin(run.Claim, handlers.LaneOf(run.Claim.Kind));
        RunEnd? end = null;
        try
        {
            return end = await EndOfAsync(run);
        }
        finally
        {
            JobTelemetry.End(span, end);
        }
    }

    private async Task<RunEnd?> EndOfAsync(JobRun run)
    {
        using var _ = log.BeginScope("Job {JobId} {Kind} attempt {Attempt}", run.PublicId, run.Claim.Kind, run.Attempt);
        try
        {
            var handler = handlers.Find(run.Claim.Kind)!; // others are not claimed
            await using var scope = scopes.CreateAsyncScope();
            var result = await handler.Run(scope.ServiceProvider, run.Claim.Args, options.Json, run, run.Cancel);
            var json = result is null ? null : JsonSerializer.Serialize(result, result.GetType(), options.Json);
            return new RunEnd(run, Ending.Succeeded, Result: json);
        }
        catch (JobLostException)
        {
            return null;
        }
        catch (JobFailure failure) when (run.Stop is not StopReason.LeaseLost)
        {
            log.LogInformation("Job {JobId} failed: {Code} {Message}", run.PublicId, failure.Code, failure.Message);
            return Failed(run, failure.Code, failure.Message, failure.Retryable);
        }
        // A handler that was told to stop may come out with any exception: a cancelled query, a closed pipe.
        catch (Exception) when (run.Stop is StopReason.LeaseLost)
        {
            return null;
        }
        catch (Exception) when (run.Stop is StopReason.Cancelled)
        {
            return new RunEnd(run, Ending.Cancelled);
        }
        catch (OperationCanceledException) when (run.Stop is StopReason.Draining)
        {
            return new RunEnd(run, Ending.HandedBack);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Job {JobId} of kind {Kind} failed unexpectedly.", run.PublicId, run.Claim.Kind);
            return Outage.Is(problem)
                ? Failed(run, "job.database_unavailable", "The database was not reachable while this job ran.", true)
                : Failed(run, "job.unexpected_error", "Something went wrong that the studio did not foresee.", true);
        }
    }

    private RunEnd Failed(JobRun run, string code, string message, bool retryable)
    {
        var salt = unchecked((ulong)run.Id * 31 + (ulong)run.Claim.Fence);
        return new RunEnd(
            run,
            retryable ? Ending.Failed : Ending.FailedForGood,
            Backoff.After(run.Attempt, options.Backoff, options.LongestBackoff, salt),
            Error: new JobError(PlainText.Of(code, 100), PlainText.Of(message, 1000))
        );
    }
}
