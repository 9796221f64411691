using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>One account: postings, sessions, and what waits for the person.</summary>
[RequirePermission(Permission.KeepPeople)]
public sealed class DetailsModel(TipSomDbContext db, KeptAccounts accounts, TimeProvider clock) : AccountPageModel(db)
{
    [FromQuery(Name = "done")]
    public AccountNotice? Notice { get; init; }

    public IReadOnlyList<Row> Postings { get; private set; } = [];

    public OpenWork Open { get; private set; } = OpenWork.None;

    public DateOnly Today => PakistanTime.DayOf(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken ct)
    {
        Postings = await (
                from p in Db.Postings
                join u in Db.Units on p.UnitId equals u.Id
                where p.UserId == Id
                orderby p.FromDay descending, p.MadeAt descending
                select new Row(p, new BilingualName(u.NameEn, u.NameUr)))
            .AsNoTracking().Take(100).ToListAsync(ct);
        Open = await accounts.OpenWorkAsync(Id, ct);
    }

    public sealed record Row(Posting Posting, BilingualName Unit);
}
