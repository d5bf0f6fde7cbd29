using Atelier.Platform.Errors;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>Says that a route takes an idempotency key; the API document and the tests read it.</summary>
internal sealed record IdempotentRoute
{
    public static readonly IdempotentRoute Mark = new();
}

/// <summary>Where a request that was sent twice is answered twice and carried out once.</summary>
internal static class IdempotentRoutes
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// For every operation of a signed-in person that makes something. Its answer is kept for a day as it is, so none
    /// that shows a secret.
    /// </summary>
    public static TBuilder Idempotent<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(IdempotentRoute.Mark);

    /// <summary>After authorization, and before the limits: what is answered from memory uses nothing up.</summary>
    public static void UseIdempotency(this WebApplication app) =>
        app.Use(
            (http, next) =>
                http.GetEndpoint()?.Metadata.GetMetadata<IdempotentRoute>() is not null
                && http.Request.Headers.ContainsKey(IdempotencyKey.Header)
                    ? AnswerAsync(http, next)
                    : next(http)
        );

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var keys = http.Request.Headers[IdempotencyKey.Header];
        if (!IdempotencyKey.IsGood(keys))
        {
            await IdempotencyKey.Bad.ToHttp().ExecuteAsync(http);
            return;
        }
        var request = await KeyedRequest.ReadAsync(http.Request, keys.ToString());
        var standing = await StandAsync(http, request);
        if (standing.Lease is { } lease)
            await http.RequestServices.GetRequiredService<FirstAnswer>().GiveAsync(http, next, request, lease);
        else if (!standing.IsSameBody)
            await IdempotencyKey.Reused.ToHttp().ExecuteAsync(http);
        else if (standing.Answer is { } answer)
            await ReplayAsync(http.Response, answer);
        else
            await IdempotencyKey.InProgress.ToHttp().ExecuteAsync(http);
    }

    /// <summary>Waits for the first one as long as the options say; where it fails, the next takes its place.</summary>
    private static async Task<Standing> StandAsync(HttpContext http, KeyedRequest request)
    {
        var services = http.RequestServices;
        var (answers, clock) = (
            services.GetRequiredService<KeptAnswers>(),
            services.GetRequiredService<TimeProvider>()
        );
        var wait = TimeSpan.FromSeconds(services.GetRequiredService<IOptions<IdempotencyOptions>>().Value.WaitSeconds);
        var begun = clock.GetTimestamp();
        while (true)
        {
            var standing = await answers.StandAsync(request, http.RequestAborted);
            if (standing is { Lease: not null } or { Answer: not null } or { IsSameBody: false })
                return standing;
            if (clock.GetElapsedTime(begun) >= wait)
                return standing ?? new(Lease: null);
            await Task.Delay(Pause, clock, http.RequestAborted);
        }
    }

    private static async Task ReplayAsync(HttpResponse response, KeptAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.Headers[IdempotencyKey.Replayed] = "true";
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        response.ContentType = answer.MediaType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, response.HttpContext.RequestAborted);
    }
}
