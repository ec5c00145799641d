using Kinolux.Core.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinolux.Studio.Serving;

/// <summary>Faults as HTTP says them: application/problem+json with the catalogue's code, message and remedy.</summary>
internal static class Problems
{
    public static void UseProblems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            // The one refusal that the server answers by itself, without words.
            if (context.Response is { StatusCode: StatusCodes.Status413PayloadTooLarge, HasStarted: false })
                throw FaultException.Of("KX6007");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
        catch (Exception cause) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, Explain(cause));
        }
    });

    /// <summary>The answer to what no route is for.</summary>
    public static Task NoSuchAddress(HttpContext context) =>
        throw FaultException.Of("KX6003", ("method", context.Request.Method), ("path", context.Request.Path));

    private static Fault Explain(Exception cause) => cause switch
    {
        FaultException fault => fault.Fault,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => FaultException.Of("KX6007").Fault,
        BadHttpRequestException bad => FaultException.Of("KX6004", ("problem", bad.InnerException?.Message ?? bad.Message)).Fault,
        _ => UnexpectedFault.Explain(cause),
    };

    private static Task WriteAsync(HttpContext context, Fault fault)
    {
        var entry = FaultCatalogue.Find(fault.Code);
        context.Response.StatusCode = entry.Status;
        return context.Response.WriteAsJsonAsync(new Problem($"urn:kinolux:{fault.Code}", entry.Title, entry.Status, fault.Message, fault.Code, fault.Remedy), options: null, "application/problem+json");
    }
}
