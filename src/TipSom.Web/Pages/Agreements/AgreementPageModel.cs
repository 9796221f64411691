using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Web.Filters;

namespace TipSom.Web.Pages.Agreements;

/// <summary>A page on one agreement: finds it, with its versions, before any handler runs.</summary>
public abstract class AgreementPageModel(TipSomDbContext db) : PageModel, IShowsRecord
{
    [FromRoute]
    public Guid Id { get; init; }

    public Agreement Agreement { get; private set; } = null!;

    protected TipSomDbContext Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(context.HttpContext.RequestAborted) is { } instead)
            context.Result = instead;
        else
            await next();
    }

    public virtual async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.Agreements.Include(a => a.Versions.OrderBy(v => v.Version)).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } found)
            return NotFound();
        Agreement = found;
        return null;
    }
}
