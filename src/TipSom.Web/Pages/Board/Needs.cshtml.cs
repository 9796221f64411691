using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>Every need that is in no provider's hands: never sent, declined, come back, or with the national desk. No identity.</summary>
[RequirePermission(Permission.ReadBoard)]
public sealed class NeedsModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardListModel(db, user, clock)
{
    protected override string Address => "/board/unplaced";

    protected override bool OnlyNeeds => true;
}
