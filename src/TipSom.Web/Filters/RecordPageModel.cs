using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TipSom.Web.Filters;

/// <summary>A page on a record: loads it before any handler runs, and gives another answer instead where it is not there or nothing is to be done.</summary>
public abstract class RecordPageModel : PageModel, IShowsRecord
{
    public abstract Task<IActionResult?> LoadAsync(CancellationToken ct);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(context.HttpContext.RequestAborted) is { } instead)
            context.Result = instead;
        else
            await next();
    }
}
