using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TipSom.Web.Binding;

/// <summary>
/// Refuses what no form of ours sends: a handler that does not exist (Razor would render the page without running any),
/// an unknown or repeated form key, and a form key that repeats a route value (a posted value would win over the URL).
/// </summary>
public sealed class FormKeyFilter(FormKeys keys, ILogger<FormKeyFilter> log) : IAsyncPageFilter, IOrderedFilter
{
    public int Order => int.MinValue + 100;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // Razor runs the unnamed handler when the named one does not exist.
        var named = context.RouteData.Values["handler"] as string ?? request.Query["handler"].ToString();
        if (named.Length > 0 && !named.Equals(context.HandlerMethod?.Name, StringComparison.OrdinalIgnoreCase))
        {
            context.Result = new NotFoundResult();
            return;
        }

        if (context.HandlerMethod is null && !isRead)
        {
            context.HttpContext.Response.Headers.Allow = "GET, HEAD";
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (context.HandlerMethod is not null && !isRead && request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            if (keys.FirstUnexpected(context.ActionDescriptor, context.HandlerMethod, form, context.RouteData.Values) is not null)
            {
                // The key is not logged: it is whatever the sender typed.
                log.LogWarning("Refused a form with an unexpected key at {Page}", context.ActionDescriptor.ViewEnginePath);
                context.Result = new BadRequestResult();
                return;
            }
        }

        await next();
    }
}
