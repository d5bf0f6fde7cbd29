using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atelier.Identity.Access;

/// <summary>The table, the routes and the API document say the same.</summary>
public sealed class AccessTableTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task The_table_has_a_line_for_every_operation_of_the_document_and_no_other()
    {
        var operations = await Operation.AllAsync(studio);

        Assert.Equal(
            AccessTable.Rules.Keys.Where(name => name.Contains(" /api/", StringComparison.Ordinal)).Order(),
            operations.Select(operation => operation.Name).Order()
        );
    }

    [Fact]
    public void Every_line_of_the_table_is_on_a_route()
    {
        var used = studio
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(route => route.Metadata.GetRequiredMetadata<AccessRule>())
            .ToHashSet(ReferenceEqualityComparer.Instance);

        Assert.Empty(AccessTable.Rules.Where(line => !used.Contains(line.Value)).Select(line => line.Key));
    }

    [Fact]
    public async Task The_document_asks_for_what_the_table_says()
    {
        foreach (var operation in await Operation.AllAsync(studio))
        {
            var rule = AccessTable.Rules[operation.Name];
            var asked = operation.Node["security"]?.AsArray().Select(way => way!.AsObject().Single()).ToList();
            if (rule.IsOpen)
                Assert.True(asked is null, operation.Name);
            else
                Assert.All(
                    asked!,
                    way =>
                        Assert.Equal(
                            rule.Scope is { } scope ? [scope] : [],
                            way.Value!.AsArray().Select(s => s!.GetValue<string>())
                        )
                );
        }
    }

    [Fact]
    public void Every_scope_of_the_table_is_one_that_an_admin_has() =>
        Assert.Empty(
            AccessTable.Rules.Values.Select(rule => rule.Scope).OfType<string>().Except(Roles.ScopesOf("admin"))
        );

    [Fact]
    public async Task A_route_that_the_table_lacks_stops_the_start()
    {
        var forgotten = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(app => app.FollowAccessTable().MapGet("/api/v1/forgotten/{id:guid}", () => "here"))
        );
        var bypassing = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(app => app.MapGet("/bypassing", () => "here"))
        );

        Assert.Contains("'GET /api/v1/forgotten/{id}'", forgotten.Message, StringComparison.Ordinal);
        Assert.Contains("/bypassing", bypassing.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService<AccessCheck>();
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }
}
