using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Atelier.Generation;

/// <summary>How every call to one endpoint is made: time-out, retries that honour Retry-After, circuit breaker, budget.</summary>
internal sealed class ModelCalls
{
    private readonly ResiliencePipeline _once;
    private readonly ResiliencePipeline _again;
    private readonly TimeProvider _time;

    public ModelCalls(ModelOptions options, TimeProvider time)
    {
        _time = time;
        _once = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 1,
                    MinimumThroughput = options.FailuresBeforeRest,
                    SamplingDuration = TimeSpan.FromMinutes(5),
                    BreakDuration = TimeSpan.FromSeconds(options.RestSeconds),
                    ShouldHandle = outcome => ValueTask.FromResult(IsOutage(outcome.Outcome.Exception, time)),
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds))
            .Build();
        _again = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(Retries(options, time))
            .AddPipeline(_once)
            .Build();
    }

    /// <summary>Makes the call, again where that may help. Every attempt is paid from the budget.</summary>
    public async Task<(T? Value, ModelFailure? Failure)> RunAsync<T>(
        Func<CancellationToken, Task<T>> call,
        Budget budget,
        CancellationToken cancel,
        decimal cost = 0
    )
        where T : class
    {
        try
        {
            return (
                await (budget.IsOfOneCall ? _once : _again).ExecuteAsync(
                    async attempt =>
                    {
                        if (budget.TakeCall(cost) is { } spent)
                            throw new FailureException(spent);
                        return await call(attempt);
                    },
                    cancel
                ),
                null
            );
        }
        catch (FailureException refused)
        {
            return (null, refused.Failure);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && Failures.Of(e, _time) is { } failure)
        {
            return (null, failure);
        }
    }

    /// <summary>The client of this endpoint, with the library's own retries off: they would multiply ours.</summary>
    public static OpenAIClient Client(ModelOptions options)
    {
        var key = options.ApiKeyFile is { } file ? File.ReadAllText(file).Trim() : options.ApiKey;
        return new OpenAIClient(
            new ApiKeyCredential(string.IsNullOrWhiteSpace(key) ? "none" : key), // local servers take any
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                RetryPolicy = new ClientRetryPolicy(0),
                NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds * 2), // ours ends the call first
            }
        );
    }

    private static RetryStrategyOptions Retries(ModelOptions options, TimeProvider time) =>
        new()
        {
            MaxRetryAttempts = Math.Max(1, options.MaxAttempts - 1),
            Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
            MaxDelay = TimeSpan.FromSeconds(Math.Max(options.LongestPauseSeconds, options.RetryDelaySeconds)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt =>
                ValueTask.FromResult(
                    options.MaxAttempts > 1
                        && Failure(attempt.Outcome.Exception, time)
                            is { Retryable: true, Code: not FailureCodes.Resting } failure
                        && !(failure.RetryAfter > TimeSpan.FromSeconds(options.LongestPauseSeconds))
                ),
            DelayGenerator = attempt => ValueTask.FromResult(Failure(attempt.Outcome.Exception, time)?.RetryAfter),
        };

    private static bool IsOutage(Exception? exception, TimeProvider time) =>
        Failure(exception, time) is { Retryable: true, Code: not (FailureCodes.RateLimited or FailureCodes.BadAnswer) };

    private static ModelFailure? Failure(Exception? exception, TimeProvider time) =>
        exception switch
        {
            null => null,
            FailureException known => known.Failure,
            _ => Failures.Of(exception, time),
        };
}

/// <summary>Carries a failure through the pipeline, which knows only exceptions; never leaves this library.</summary>
/// <param name="status">The HTTP status, where an answer came.</param>
internal sealed class FailureException(ModelFailure failure, int? status = null) : Exception(failure.Detail)
{
    public int? Status { get; } = status;

    public ModelFailure Failure { get; } = failure;
}
