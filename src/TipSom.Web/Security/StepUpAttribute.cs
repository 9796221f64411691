using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TipSom.Data.Identity;

namespace TipSom.Web.Security;

/// <summary>
/// Worn by a page whose act is worth proving anew who one is: within the last five minutes, with the second factor. Asked when the page is
/// opened, and again when its form is sent; what was typed is kept meanwhile, sealed, in the page that asks.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StepUpAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    /// <summary>How long a proof lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    // Before the transaction of the request: nothing of the page is read.
    public int Order => -1000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HasProof(http))
            await next();
        else
            context.Result = await AskAsync(http);
    }

    /// <summary>Whether this request's session proved itself lately.</summary>
    public static bool HasProof(HttpContext context) =>
        context.User.SteppedUpAt() is { } at && context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - at < Lasts;

    /// <summary>Leads to the page that asks for the proof, and from there back.</summary>
    public static async Task<IActionResult> AskAsync(HttpContext context)
    {
        var request = context.Request;
        var here = request.Path + request.QueryString;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return new LocalRedirectResult("/account/confirm" + QueryString.Create("returnUrl", here));
        var kept = context.RequestServices.GetRequiredService<KeptForms>().Keep(context.User, here, await request.ReadFormAsync(context.RequestAborted));
        var held = await context.RequestServices.GetRequiredService<Factors>().HeldByAsync(Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!), context.RequestAborted);
        return new ViewResult
        {
            ViewName = "/Pages/Account/_Confirm.cshtml",
            StatusCode = StatusCodes.Status401Unauthorized,
            ViewData = new ViewDataDictionary<Pages.Account.ConfirmForm>(context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary())
            {
                Model = new Pages.Account.ConfirmForm { Held = held, IsDemo = context.User.IsDemo(), Kept = kept, ReturnUrl = here }
            }
        };
    }
}
