using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Statistics;

/// <summary>What each figure counts, by which rules, and what the three sources are.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class DefinitionsModel : PageModel;
