using TipSom.Domain.Agencies;
using TipSom.Web.Pages.Agencies;
using TipSom.Web.Pages.Units;

namespace TipSom.Web.Localisation;

/// <summary>The words of agencies and their units.</summary>
public static class AgencyLabels
{
    public static string Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Fia => "Federal Investigation Agency",
        AgencyKind.Police => "Police force",
        AgencyKind.CareProvider => "Care provider",
        AgencyKind.ChildProtection => "Child protection body",
        AgencyKind.Labour => "Labour department",
        AgencyKind.Oversight => "Oversight body",
        AgencyKind.Committee => "Committee against trafficking"
    };

    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Headquarters => "Headquarters",
        UnitKind.NationalDesk => "National desk",
        UnitKind.Zone => "Zone",
        UnitKind.Circle => "Circle",
        UnitKind.District => "District office",
        UnitKind.Station => "Police station",
        UnitKind.Shelter => "Shelter",
        UnitKind.Office => "Office"
    };

    public static string Of(UnitNotice notice) => notice switch
    {
        UnitNotice.Added => "The unit is on record.",
        UnitNotice.Changed => "The unit was changed.",
        UnitNotice.Ended => "The unit has ended. Old cases still name it."
    };

    public static string Of(AgencyNotice notice) => notice switch
    {
        AgencyNotice.Added => "The agency is on record. Invite its administrator next.",
        AgencyNotice.Changed => "The agency was changed.",
        AgencyNotice.Suspended => "The agency is suspended. Nobody of it signs in.",
        AgencyNotice.Resumed => "The agency takes part again."
    };
}
