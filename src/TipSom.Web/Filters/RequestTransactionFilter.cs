using Microsoft.AspNetCore.Mvc.Filters;
using TipSom.Data;
using TipSom.Data.RowSecurity;

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
        await transaction.EndAsync();
    }
}
