using Npgsql;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>Carries a request out and keeps a good answer before it is sent. Refusals and failures are not kept.</summary>
internal sealed class FirstAnswer(KeptAnswers answers, TimeProvider clock, ILogger<FirstAnswer> log)
{
    public async Task GiveAsync(HttpContext http, RequestDelegate next, KeyedRequest request, Guid lease)
    {
        var (caller, wire) = (http.RequestAborted, http.Response.Body);
        // A caller that is gone comes back for the answer: what was begun is finished, within the time of a request.
        using var life = new CancellationTokenSource(answers.WorkTime, clock);
        using var body = new MemoryStream();
        var isKept = false;
        (http.RequestAborted, http.Response.Body) = (life.Token, body);
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync(life.Token);
            isKept = http.Response.StatusCode is >= 200 and < 300;
        }
        finally
        {
            (http.RequestAborted, http.Response.Body) = (caller, wire);
            await SettleAsync(request, lease, isKept ? AnswerOf(http.Response, body) : null);
        }
        body.Position = 0;
        await body.CopyToAsync(wire, caller);
    }

    private async Task SettleAsync(KeyedRequest request, Guid lease, KeptAnswer? answer)
    {
        try
        {
            if (answer is not null)
                await answers.KeepAsync(request, lease, answer);
            else
                await answers.ReleaseAsync(request, lease);
        }
        catch (NpgsqlException e)
        {
            // The caller gets the answer all the same; the row is free again when the lease has run out.
            log.LogWarning(e, "An answer could not be kept for its idempotency key");
        }
    }

    private static KeptAnswer AnswerOf(HttpResponse response, MemoryStream body)
    {
        var location = response.Headers.Location.ToString();
        return new(response.StatusCode, response.ContentType, location is "" ? null : location, body.ToArray());
    }
}
