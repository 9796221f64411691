using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Law;
using TipSom.Domain.Reference;

namespace TipSom.Data.Mapping;

internal sealed class LegalClockMapping : IEntityTypeConfiguration<LegalClock>
{
    public void Configure(EntityTypeBuilder<LegalClock> builder)
    {
        builder.ToTable("legal_clocks", "reference", table =>
        {
            table.HasCheckConstraint("legal_clocks_count_days_or_hours", "num_nonnulls(days, hours) = 1");
            table.HasCheckConstraint("legal_clocks_remind_in_time", "remind_before between 0 and coalesce(days, hours)");
        });
        builder.HasKey(clock => clock.Code);
        builder.PrimitiveCollection(clock => clock.MetBy);
    }
}

internal sealed class ReferenceSettingMapping : IEntityTypeConfiguration<ReferenceSetting>
{
    public void Configure(EntityTypeBuilder<ReferenceSetting> builder)
    {
        builder.ToTable("settings", "reference");
        builder.HasKey(setting => setting.Key);
        builder.Ignore(setting => setting.Day);
    }
}
