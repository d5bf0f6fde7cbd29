using Atelier.Support;

namespace Atelier.Platform.Http;

/// <summary>What makes something takes an idempotency key, and the API document says so.</summary>
public sealed class IdempotentOperationsTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["POST /api/v1/auth/register"] = "nobody is signed in; a second one is refused, for an address has one account",
        ["POST /api/v1/auth/forgot"] = "nobody is signed in, and nothing is made but a mail",
        ["POST /api/v1/auth/verify/resend"] = "nothing is made but a mail",
        ["POST /api/v1/auth/email"] = "nothing is made but mails",
        ["POST /api/v1/users/{userId}/reset"] = "nothing is made but a mail",
        ["POST /api/v1/batch/upload"] = "a form has another boundary, and so another body, each time it is sent",
        ["POST /api/v1/documents"] = "a form, as above; the same file again is the same document",
        ["POST /api/v1/characters/import"] = "a file of megabytes, of which nobody keeps the answer",
        ["POST /api/v1/auth/keys"] = "its answer shows a secret once and must not be kept",
        ["POST /api/v1/admin/mirrors/{mirror}/rebuild"] =
            "nothing is made; told twice, a mirror is told the same once more",
        ["POST /api/v1/webhooks"] = "its answer shows a secret once and must not be kept",
    };

    [Fact]
    public async Task Every_operation_that_makes_something_takes_a_key_or_has_a_reason_not_to()
    {
        var making = (await Operation.AllAsync(studio))
            .Where(operation => operation.Method == HttpMethod.Post)
            .Where(operation =>
                operation.Node["responses"]!["201"] is not null || operation.Node["responses"]!["202"] is not null
            )
            .ToList();

        Assert.Contains(
            making,
            operation => operation.Name == "POST /api/v1/books/{bookId}/generate" && TakesKey(operation)
        );
        Assert.Empty(
            making.Where(operation => !TakesKey(operation)).Select(operation => operation.Name).Except(Exceptions.Keys)
        );
        Assert.Empty(
            Exceptions.Keys.Except(making.Where(operation => !TakesKey(operation)).Select(operation => operation.Name))
        );
    }

    [Fact]
    public async Task Whoever_takes_a_key_says_how_it_is_refused()
    {
        foreach (var operation in (await Operation.AllAsync(studio)).Where(TakesKey))
        foreach (var status in (string[])["400", "409", "422"])
            Assert.True(
                operation.Node["responses"]![status]?["content"]?["application/problem+json"] is not null,
                $"{operation.Name} {status}"
            );
    }

    private static bool TakesKey(Operation operation) =>
        operation.Node["parameters"]?.AsArray() is { } parameters
        && parameters.Any(parameter =>
            parameter!["name"]!.GetValue<string>() == "Idempotency-Key"
            && parameter["in"]!.GetValue<string>() == "header"
        );
}
