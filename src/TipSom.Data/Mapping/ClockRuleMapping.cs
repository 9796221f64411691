using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Reference;

namespace TipSom.Data.Mapping;

internal sealed class ClockRuleMapping : IEntityTypeConfiguration<ClockRule>
{
    public void Configure(EntityTypeBuilder<ClockRule> builder)
    {
        builder.ToTable("clock_rules", "reference", table =>
        {
            table.HasCheckConstraint("clock_rules_allowed_is_positive", "allowed > interval '0'");
        });
        builder.HasKey(rule => new { rule.Urgency, rule.Step });

        builder.Property(rule => rule.Urgency).HasConversion<string>();
        builder.Property(rule => rule.Step).HasConversion<string>();
    }
}
