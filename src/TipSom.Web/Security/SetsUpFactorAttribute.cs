using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TipSom.Data.Identity;

namespace TipSom.Web.Security;

/// <summary>
/// Worn by a page that sets up a second factor: open to somebody who gave the right password and has none yet, and to somebody signed in who
/// proved anew who they are. Nobody else comes in.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SetsUpFactorAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    public int Order => -1000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.Identity?.IsAuthenticated == true)
        {
            if (StepUpAttribute.HasProof(http))
                await next();
            else
                context.Result = await StepUpAttribute.AskAsync(http);
        }
        else if (await http.RequestServices.GetRequiredService<BrowserSessions>().HalfAsync(http.RequestAborted) is { Stage: SessionStage.SettingUp })
        {
            await next();
        }
        else
        {
            context.Result = new LocalRedirectResult("/account/sign-in");
        }
    }
}
