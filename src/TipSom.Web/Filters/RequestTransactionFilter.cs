using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using TipSom.Data;
using TipSom.Data.RowSecurity;
using TipSom.Web.Security;

namespace TipSom.Web.Filters;

/// <summary>
/// One transaction round the handler and the view of every signed-in request, committed before the first byte of the answer: what a
/// person is shown has happened. A refusal rolls back.
/// </summary>
public sealed class RequestTransactionFilter(TipSomDbContext db, SessionUser user, RequestTransaction transaction) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (user.UserId is null || db.Database.CurrentTransaction is not null)
        {
            await next();
            return;
        }

        await transaction.BeginAsync(context.HttpContext.RequestAborted);
        context.HttpContext.Response.OnStarting(transaction.EndAsync);
        var executed = await next();
        if (executed.Exception is not null && !executed.ExceptionHandled)
            transaction.IsRefused = true;
        else
            await NoteRefusalAsync(executed);
        await transaction.EndAsync();
    }

    // Somebody who asks for a record that is not there, or not theirs to see: both look the same, and both are on the trail.
    private async Task NoteRefusalAsync(ResourceExecutedContext executed)
    {
        var http = executed.HttpContext;
        if (transaction.IsRefused || db.Database.CurrentTransaction is null
            || executed.Result is not IStatusCodeActionResult { StatusCode: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound } refused
            || http.GetEndpoint() is not RouteEndpoint { RoutePattern.Parameters.Count: > 0 } page)
            return;
        await AuditNotes.InRequestAsync(
            db, AuditNotes.Refused, "pages", null, AuditCodes.OfPage(page, refused.StatusCode!.Value), http.RequestAborted);
    }
}
