using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Mapping;

internal sealed class ClockRuleMapping : IEntityTypeConfiguration<ClockRule>
{
    public void Configure(EntityTypeBuilder<ClockRule> builder)
    {
        builder.ToTable("clock_rules", "reference", table =>
        {
            table.HasCheckConstraint("clock_rules_urgency_known", EnumText.OneOf<Urgency>("urgency"));
            table.HasCheckConstraint("clock_rules_step_known", EnumText.OneOf<ClockStep>("step"));
            table.HasCheckConstraint("clock_rules_allowed_is_positive", "allowed > interval '0'");
        });
        builder.HasKey(rule => new { rule.Urgency, rule.Step }).HasName("clock_rules_pk");

        builder.Property(rule => rule.Urgency).HasConversion<string>();
        builder.Property(rule => rule.Step).HasConversion<string>();
    }
}
