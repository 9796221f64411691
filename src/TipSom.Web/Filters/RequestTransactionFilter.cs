using Microsoft.AspNetCore.Mvc.Filters;
using TipSom.Data;
using TipSom.Data.RowSecurity;

namespace TipSom.Web.Filters;

/// <summary>
/// One transaction round the handler and the view of every signed-in request, committed before the first byte of the answer: what a
/// person is shown has happened. A refusal rolls back.
/// </summary>
public sealed class RequestTransactionFilter(TipSomDbContext db, SessionUser user, RequestOutcome outcome) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (user.UserId is null || db.Database.CurrentTransaction is not null)
        {
            await next();
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        var ended = false;
        context.HttpContext.Response.OnStarting(EndAsync);
        var executed = await next();
        if (executed.Exception is not null && !executed.ExceptionHandled)
            outcome.Refused = true;
        await EndAsync();

        async Task EndAsync()
        {
            if (ended)
                return;
            ended = true;
            if (outcome.Refused)
                await transaction.RollbackAsync();
            else
                await transaction.CommitAsync();
        }
    }
}

/// <summary>Whether this request was refused, so that nothing of it stays.</summary>
public sealed class RequestOutcome
{
    public bool Refused { get; set; }
}
