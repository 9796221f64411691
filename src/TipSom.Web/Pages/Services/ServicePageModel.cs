using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Services;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Services;

/// <summary>A page on one service of the own unit or a unit below it; another's is not there.</summary>
public abstract class ServicePageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public ProviderService Service { get; private set; } = null!;

    public BilingualName Unit { get; private set; } = null!;

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var found = await (
                from s in db.ProviderServices
                join u in db.Units on s.UnitId equals u.Id
                where s.Id == Id && OwnServices.Keeps(s.UnitId)
                select new { Service = s, Unit = new BilingualName(u.NameEn, u.NameUr) })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Service, Unit) = (found.Service, found.Unit);
        return null;
    }

    /// <summary>Back to the list, telling what was done (one of <see cref="ServiceNotice"/>).</summary>
    protected IActionResult ToServices(string done) => LocalRedirect($"/services?done={done}");
}

/// <summary>What the list may say was just done; anything else in the address says nothing.</summary>
public static class ServiceNotice
{
    public const string Offered = "offered";
    public const string Changed = "changed";
    public const string Confirmed = "confirmed";
    public const string Stopped = "stopped";

    /// <summary>The sentence; null for anything that is not one of these.</summary>
    public static string? Of(string? done) => done switch
    {
        Offered => "The service is offered from now on.",
        Changed => "Whom the service takes was changed.",
        Confirmed => "The places were confirmed.",
        Stopped => "The service is no longer offered.",
        _ => null
    };
}
