using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TipSom.Data.Encryption;
using TipSom.Web.Pages.Shared;

namespace TipSom.Web.Startup;

public static class Errors
{
    public static IApplicationBuilder UseTipSomErrors(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = RenderFailure, StatusCodeSelector = StatusOf, AllowStatusCode404Response = true })
        .UseStatusCodePages(RenderStatus);

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        RecordErasedException => StatusCodes.Status410Gone,
        _ when Outage.IsBehind(failure) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // Renders a view by itself, outside routing, sign-in and filters: each of those may need the database that is away.
    private static Task RenderFailure(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "30";
        var failure = new Failure(status, context.TraceIdentifier);
        var view = new ViewResult
        {
            ViewName = "/Pages/Shared/Failure.cshtml",
            StatusCode = status,
            ContentType = "text/html; charset=utf-8",
            ViewData = new ViewDataDictionary<Failure>(context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = failure },
        };
        return view.ExecuteResultAsync(new ActionContext(context, new RouteData(), new()));
    }

    // As a GET, so that the page of a refused POST is not itself refused for its missing token.
    private static async Task RenderStatus(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var request = context.Request;
        var (path, query, method, endpoint) = (request.Path, request.QueryString, request.Method, context.GetEndpoint());
        var route = request.RouteValues.ToArray();
        request.Path = $"/status/{context.Response.StatusCode}";
        request.QueryString = request.Query["culture"] is [{ } culture] ? QueryString.Create("culture", culture) : QueryString.Empty;
        request.Method = HttpMethods.IsHead(method) ? method : HttpMethods.Get;
        // A form too large to read would stop the status page as it stopped the page.
        request.Form = FormCollection.Empty;
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        context.Features.Set(new Refused(path));
        try
        {
            await status.Next(context);
        }
        finally
        {
            (request.Path, request.QueryString, request.Method) = (path, query, method);
            // The request log names the page that was asked for.
            context.SetEndpoint(endpoint);
            request.RouteValues = new(route);
        }
    }

    /// <summary>The path that was asked for, while its status page renders: the language switch returns there.</summary>
    public sealed record Refused(PathString Path);
}
