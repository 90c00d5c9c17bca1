// SPDX-License-Identifier: MIT
namespace kinescript {}
