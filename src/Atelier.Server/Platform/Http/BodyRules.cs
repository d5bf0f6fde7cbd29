using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Atelier.Platform.Http;

/// <summary>Reads a value that came inside another, such as a row of a table, as if it were a request's whole body.</summary>
internal sealed class BodyRules(
    IOptions<JsonOptions> json,
    IOptions<ValidationOptions> validation,
    IServiceProvider services
)
{
    private static readonly Dictionary<string, string[]> None = [];

    /// <summary>The fields such a body may have, by their JSON names.</summary>
    public IReadOnlyDictionary<string, Type> FieldsOf<T>() =>
        json
            .Value.SerializerOptions.GetTypeInfo(typeof(T))
            .Properties.ToDictionary(
                field => field.Name,
                field => field.PropertyType,
                StringComparer.OrdinalIgnoreCase
            );

    /// <returns>The value, or what is wrong with which field.</returns>
    public async Task<(T? Value, IReadOnlyDictionary<string, string[]> Errors)> ReadAsync<T>(
        JsonObject body,
        CancellationToken cancel
    )
        where T : class
    {
        T value;
        try
        {
            value = body.Deserialize<T>(json.Value.SerializerOptions)!;
        }
        catch (JsonException wrong)
        {
            var problem = UnreadableRequest.Explain(wrong);
            return (null, problem.Errors ?? new Dictionary<string, string[]> { [""] = [problem.Detail] });
        }
#pragma warning disable ASP0029 // The one way to put the framework's rules to a value that is not a whole body.
        if (!validation.Value.TryGetValidatableTypeInfo(typeof(T), out var rules))
            return (value, None);
        var context = new ValidateContext
        {
            ValidationOptions = validation.Value,
            ValidationContext = new ValidationContext(value, services, items: null),
        };
        await rules.ValidateAsync(value, context, cancel);
        return context.ValidationErrors is { Count: > 0 } errors
            ? (null, errors.ToDictionary(error => ProblemResponses.JsonName(error.Key), error => error.Value))
            : (value, None);
#pragma warning restore ASP0029
    }
}
