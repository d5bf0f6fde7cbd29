using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Atelier.Testing.Models.Mirrors;

/// <summary>
/// A server with Neo4j's Query API and one graph in memory. It runs the part of Cypher that <see cref="FakeCypher"/>
/// knows; anything else is a syntax error, as a typing error would be.
/// </summary>
public sealed class FakeNeo4j : IAsyncDisposable
{
    public const string User = "neo4j";
    public const string Password = "test-password";
    public const string Database = "neo4j";

    private static readonly string[] Bookmarks = ["FB:1"];

    private readonly WebApplication _app;

    private FakeNeo4j(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public FakeGraph Graph { get; } = new();

    public FakeTrouble Trouble { get; } = new();

    public static async Task<FakeNeo4j> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeNeo4j(app);
        app.MapPost("/db/{database}/query/v2", server.QueryAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task QueryAsync(HttpContext context, string database)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        if (await Trouble.MakeAsync(context, text, (_, code, message) => Errors(code, message)))
            return;
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        if (context.Request.Headers.Authorization != $"Basic {expected}")
            await RefuseAsync(context, 401, "Neo.ClientError.Security.Unauthorized", "Invalid credential.");
        else if (database != Database)
            await RefuseAsync(context, 404, "Neo.ClientError.Database.DatabaseNotFound", $"No database {database}.");
        else if (!context.Request.HasJsonContentType())
            await RefuseAsync(context, 415, "Neo.ClientError.Request.Invalid", "JSON is expected.");
        else
            await RunAsync(context, text);
    }

    private async Task RunAsync(HttpContext context, string text)
    {
        try
        {
            var body = JsonSerializer.Deserialize<JsonElement>(text);
            var parameters = body.TryGetProperty("parameters", out var given)
                ? given.EnumerateObject().ToDictionary(one => one.Name, one => one.Value)
                : [];
            // All or nothing, as one statement is.
            lock (Graph)
                Graph.Try(graph => FakeCypher.Run(graph, body.GetProperty("statement").GetString()!, parameters));
        }
        catch (FakeCypherException e)
        {
            await RefuseAsync(context, 400, e.Code, e.Message);
            return;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            await RefuseAsync(context, 400, "Neo.ClientError.Request.InvalidFormat", e.Message);
            return;
        }
        context.Response.StatusCode = 202;
        await context.Response.WriteAsJsonAsync(
            new { data = new { fields = Array.Empty<string>(), values = Array.Empty<object>() }, bookmarks = Bookmarks }
        );
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Errors(code, message));
    }

    private static object Errors(string code, string message) => new { errors = new[] { new { code, message } } };
}
