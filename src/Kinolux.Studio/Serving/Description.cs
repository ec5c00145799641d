using Kinolux.Core.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kinolux.Studio.Serving;

/// <summary>The API's description in OpenAPI: what is the same for every operation is said here once.</summary>
internal static class Description
{
    private const string Words =
        "The studio's API on this machine. Whatever its pages do, this does. Frames count from 0; a range reads \"12-40\" or \"12\". " +
        "A request that changes something carries the header X-Kinolux: 1. What goes wrong is answered by application/problem+json with a code of the fault catalogue.";

    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Kinolux Studio", Version = "1", Description = Words };
            // The port is another on every machine.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(CompleteAsync);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(FrameRange))
                (schema.Type, schema.Properties, schema.Required, schema.Pattern) = (JsonSchemaType.String, null, null, @"^\d+(-\d+)?$");
            return Task.CompletedTask;
        });
    });

    private static async Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A fault.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancel) } },
        };
        var method = context.Description.HttpMethod ?? "";
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Guard.Header, In = ParameterLocation.Header, Required = true, Description = "1: no page of another site can send it.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }
}
