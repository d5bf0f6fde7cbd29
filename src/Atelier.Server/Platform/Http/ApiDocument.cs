using System.Globalization;
using System.Text.Json;
using Atelier.Platform.Errors;
using Atelier.Platform.Http.Idempotency;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Atelier.Platform.Http;

/// <summary>Completes the generated document: every refusal an operation can give, and what it asks for.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";
    private const string ProblemSchema = "Problem";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.AddDocumentTransformer((document, _, _) => Describe(document));
                options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
                options.AddSchemaTransformer(SchemaTypes.Complete);
            }
        );

    private static Task Describe(OpenApiDocument document)
    {
        document.Info.Title = "Atelier";
        document.Info.Description = "A self-hosted studio that makes finished work from a prompt or a document.";
        document.Servers = []; // the address depends on who asks, and the document must not
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                BearerFormat = "JWT",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemSchema] = Problem();
        document.Components.Schemas.Remove("ProblemDetails");
        document.Components.Schemas.Remove("HttpValidationProblemDetails");
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var takesBody = metadata.OfType<IAcceptsMetadata>().Any();
        List<int> statuses = [StatusCodes.Status429TooManyRequests];
        if (metadata.OfType<IdempotentRoute>().Any())
        {
            (operation.Parameters ??= []).Add(IdempotencyKey.Parameter);
            statuses.AddRange([StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]);
        }
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (parameter is { In: ParameterLocation.Query, Name: { } name })
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(name); // as everywhere; bound in any case
        if (takesBody || operation.Parameters?.Count > 0)
            statuses.Add(StatusCodes.Status400BadRequest);
        if (takesBody)
            statuses.AddRange([StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType]);
        if (metadata.OfType<OwnedRoute>().Any())
            statuses.AddRange([StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound]);
        if (metadata.OfType<AccessRule>().SingleOrDefault() is { IsOpen: false } rule)
        {
            statuses.Add(StatusCodes.Status401Unauthorized);
            if (rule.Scope is not null || rule.IsForPeople)
                statuses.Add(StatusCodes.Status403Forbidden);
            List<string> scopes = rule.Scope is { } scope ? [scope] : [];
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = scopes }];
        }

        operation.Responses ??= [];
        foreach (var status in statuses)
            operation.Responses.TryAdd(Key(status), new OpenApiResponse { Description = ProblemCodes.TitleOf(status) });
        foreach (var (status, response) in operation.Responses)
            if (status[0] is '4' or '5' && response is OpenApiResponse refusal)
                refusal.Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new()
                    {
                        Schema = new OpenApiSchemaReference(ProblemSchema, context.Document),
                    },
                };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Problem() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal (RFC 9457). Programs read the code, people the detail.",
            Required = new HashSet<string> { "status", "title", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["retryAfter"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Seconds." },
                ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["challenge"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "With second_factor_required: what POST /auth/login/factor takes.",
                },
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        };

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
