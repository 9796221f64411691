using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace TipSom.Web.Startup;

/// <summary>One line a request: the route's template, never the path or the query, which may name a record or hold a token.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
            if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                Write(context, endpoint, Stopwatch.GetElapsedTime(started));
        }
    }

    private void Write(HttpContext context, Endpoint? endpoint, TimeSpan elapsed)
    {
        var status = context.Response.StatusCode;
        log.Log(
            status >= 500 ? LogLevel.Error : LogLevel.Information,
            "{Method} {Route} {Status} in {Elapsed} ms, user {UserId}, agency {AgencyId}, request {Request}",
            KnownMethod(context.Request.Method),
            (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)",
            status,
            Math.Round(elapsed.TotalMilliseconds, 1),
            context.User.FindFirstValue(ClaimTypes.NameIdentifier),
            context.User.FindFirstValue("agency"),
            context.TraceIdentifier);
    }

    // A method is free text chosen by the sender.
    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method) ? method : "(other)";
}
