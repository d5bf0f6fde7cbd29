namespace Atelier.Generation;

/// <summary>What all dialects share: the check before money is spent, repeated requests, patience and the download.</summary>
internal sealed class VideoModel : IVideoModel
{
    /// <summary>Looks in a row that must not find the clip: some providers list a new one late.</summary>
    private const int AbsencesBeforeLost = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);

    private readonly VideoOptions _options;
    private readonly TimeProvider _time;
    private readonly IVideoApi _api;
    private readonly ClipDownload _download;
    private readonly ModelCalls _calls;

    public VideoModel(VideoOptions options, TimeProvider time, HttpMessageHandler? outside)
    {
        (_options, _time) = (options, time);
        var http = new ProviderHttp(options, time);
        _api = options.Api switch
        {
            VideoApi.Replicate => new ReplicateApi(options, http),
            VideoApi.ComfyUI => new ComfyApi(options, http),
            _ => new OpenAIVideoApi(options, http),
        };
        _download = new ClipDownload(options, http, outside, time);
        _calls = new ModelCalls(options.Calls, time);
        Limits = options.Limits;
    }

    public string Name => _options.Model!;

    public VideoLimits Limits { get; }

    public (ClipPlan? Plan, ModelFailure? Failure) Plan(ClipRequest request) => ClipPlanner.Plan(request, Limits);

    public async Task<ModelAnswer<RemoteClip>> SubmitAsync(ClipOrder order, Budget budget, CancellationToken cancel)
    {
        var orderedAt = _time.GetUtcNow();
        var (id, failure) = await _calls.RunAsync(
            attempt => OnceAsync(order, attempt, cancel),
            budget,
            cancel,
            order.Plan.Cost
        );
        if (id is null)
            return new(null, failure, default);
        var usage = new Usage(0, 0, 0, order.Plan.Cost);
        budget.Add(usage);
        return new(new(id, orderedAt), null, usage with { Calls = 1 });
    }

    public async Task<(RemoteClip? Clip, ModelFailure? Failure)> FindAsync(
        ClipOrder order,
        IReadOnlySet<string> taken,
        CancellationToken cancel
    )
    {
        var (found, failure) = await AskAsync(
            async attempt => new Found(await _api.FindAsync(order, taken, attempt)),
            cancel
        );
        return (found?.Id is { } id ? new RemoteClip(id, order.DecidedAt) : null, failure);
    }

    public async Task<ClipStatus> WaitAsync(RemoteClip clip, Func<ClipStatus, Task> report, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var listening = _api.ListenAsync(clip.Id, over.Token);
        try
        {
            return await WatchAsync(clip, report, cancel);
        }
        finally
        {
            await over.CancelAsync();
            await listening;
        }
    }

    public async Task<ClipStatus> CancelAsync(RemoteClip clip, CancellationToken cancel)
    {
        var (status, failure) = await AskAsync(attempt => _api.CancelAsync(clip.Id, attempt), cancel);
        return status switch
        {
            null => new(ClipState.Failed, Failure: failure),
            { IsFinal: false } => new(ClipState.Cancelled), // accepted; it will stop
            _ => status,
        };
    }

    public async Task<(ClipFile? File, ModelFailure? Failure)> DownloadAsync(
        RemoteClip clip,
        string path,
        CancellationToken cancel
    )
    {
        var (file, failure) = await OnceMoreAsync();
        // Addresses live for an hour or less: a fresh one is asked for, once.
        return failure?.Code == FailureCodes.Gone ? await OnceMoreAsync() : (file, failure);

        async Task<(ClipFile?, ModelFailure?)> OnceMoreAsync()
        {
            var (status, failed) = await AskAsync(attempt => _api.LookAsync(clip.Id, attempt), cancel);
            if (status?.Output is not { } address)
                return (null, failed ?? status?.Failure ?? Lost.Failure);
            return await _calls.RunAsync(_ => _download.FetchAsync(address, path, cancel), new Budget(), cancel);
        }
    }

    private static ClipStatus Lost { get; } =
        new(ClipState.Lost, Failure: new(FailureCodes.Lost, "The provider does not know the clip any more.", true));

    /// <summary>
    /// One attempt at an order. Only what cannot have been accepted is tried again: a connection that was never made, a
    /// refusal, and the two answers by which a server says that it did not begin.
    /// </summary>
    private async Task<string> OnceAsync(ClipOrder order, CancellationToken attempt, CancellationToken cancel)
    {
        try
        {
            return await _api.SubmitAsync(order, attempt);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && MayHaveArrived(e))
        {
            throw new FailureException(
                new(
                    FailureCodes.OutcomeUnknown,
                    "The order was sent, but its answer did not come back.",
                    Retryable: false
                )
            );
        }
    }

    private static bool MayHaveArrived(Exception e) =>
        e switch
        {
            FailureException { Status: { } status } => status is 408 or >= 500 and not 503,
            HttpRequestException http => http.HttpRequestError
                is not (
                    HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                ),
            _ => e is FailureException or IOException or OperationCanceledException,
        };

    private Task<(T? Value, ModelFailure? Failure)> AskAsync<T>(
        Func<CancellationToken, Task<T>> question,
        CancellationToken cancel
    )
        where T : class => _calls.RunAsync(question, new Budget(), cancel);

    private async Task<ClipStatus> WatchAsync(RemoteClip clip, Func<ClipStatus, Task> report, CancellationToken cancel)
    {
        var (furthest, absences) = (0.0, 0);
        while (true)
        {
            var (status, failure) = await AskAsync(attempt => _api.LookAsync(clip.Id, attempt), cancel);
            if (failure is { Retryable: false })
                return new(ClipState.Failed, Failure: failure);
            absences = status?.State is ClipState.Lost ? absences + 1 : 0;
            if (absences == AbsencesBeforeLost)
                return Lost;
            if (status is { IsFinal: true, State: not ClipState.Lost })
                return status;
            if (status is { IsFinal: false })
            {
                furthest = Math.Max(furthest, Math.Clamp(status.Progress ?? 0, 0, 1));
                await report(status with { Progress = status.Progress is null && furthest == 0 ? null : furthest });
            }
            if (_time.GetUtcNow() - clip.OrderedAt > TimeSpan.FromMinutes(_options.LongestRenderMinutes))
                return await GiveUpAsync(clip, cancel);
            await Task.Delay(Pause(status?.AskAgainAfter ?? failure?.RetryAfter), _time, cancel);
        }
    }

    private async Task<ClipStatus> GiveUpAsync(RemoteClip clip, CancellationToken cancel)
    {
        if (await CancelAsync(clip, cancel) is { State: ClipState.Succeeded } finished)
            return finished;
        return new(
            ClipState.Failed,
            Failure: new(
                FailureCodes.TimedOut,
                $"The clip was not there after {_options.LongestRenderMinutes} minutes.",
                Retryable: true
            )
        );
    }

    private TimeSpan Pause(TimeSpan? asked)
    {
        var pause = asked ?? TimeSpan.FromSeconds(_options.PollSeconds);
        return pause < ShortestPause ? ShortestPause
            : pause > LongestPause ? LongestPause
            : pause;
    }

    private sealed record Found(string? Id);
}
