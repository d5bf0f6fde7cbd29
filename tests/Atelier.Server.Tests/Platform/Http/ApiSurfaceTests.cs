using System.Reflection;
using Atelier.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Atelier.Platform.Http;

/// <summary>What holds for every route there is, found by walking them all.</summary>
public sealed class ApiSurfaceTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private IEnumerable<RouteEndpoint> Routes =>
        studio.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public void Every_route_that_names_a_thing_checks_its_owner_or_is_for_those_who_look_after_people()
    {
        var unguarded = Routes
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Where(route => route.RoutePattern.Parameters.Any(p => p.Name.EndsWith("Id", StringComparison.Ordinal)))
            .Where(route => route.Metadata.GetMetadata<OwnedRoute>() is null)
            .Where(route =>
                route.Metadata.GetRequiredMetadata<AccessRule>()
                    is not { Scope: "users:read" or "users:write" or "admin" }
            );

        Assert.Empty(unguarded.Select(route => route.RoutePattern.RawText));
    }

    [Fact]
    public void Every_request_with_rules_is_one_the_validator_knows()
    {
        var validation = studio.Services.GetRequiredService<IOptions<ValidationOptions>>().Value;
        var bodies = Routes
            .Select(route => route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)
            .OfType<Type>()
            .Distinct()
            .Where(HasRules)
            .ToList();

        Assert.NotEmpty(bodies);
#pragma warning disable ASP0029 // The one way to ask the validator what it knows.
        Assert.All(bodies, body => Assert.True(validation.TryGetValidatableTypeInfo(body, out _), body.FullName));
#pragma warning restore ASP0029
    }

    [Fact]
    public async Task Every_operation_names_its_refusals_and_what_it_asks_for()
    {
        var operations = await Operation.AllAsync(studio);
        var problems = new List<string>();
        foreach (var (method, path, operation, _) in operations)
        {
            var responses = operation["responses"]!.AsObject();
            void Require(bool condition, string status)
            {
                if (condition && responses[status]?["content"]?["application/problem+json"] is null)
                    problems.Add($"{method} {path} lacks {status}");
            }
            Require(operation["security"] is not null, "401");
            Require(operation["requestBody"] is not null, "400");
            Require(operation["requestBody"] is not null, "415");
            Require(path.Contains("Id}", StringComparison.Ordinal), "403");
            Require(path.Contains("Id}", StringComparison.Ordinal), "404");
            if (!responses.Any(response => response.Key[0] == '2'))
                problems.Add($"{method} {path} has no success");
        }

        Assert.Empty(problems);
        Assert.NotNull(operations[0].Document["components"]!["schemas"]!["Problem"]);
    }

    private static bool HasRules(Type body) =>
        body.GetProperties()
            .Any(p => p.GetCustomAttributes<System.ComponentModel.DataAnnotations.ValidationAttribute>().Any());
}
